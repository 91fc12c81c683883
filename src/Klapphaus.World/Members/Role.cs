namespace Klapphaus.World.Members;

/// <summary>What somebody is in the house. Each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Somebody who has given a name and nothing else.</summary>
    Visitor,

    /// <summary>Somebody who came by an invitation, without an account.</summary>
    Guest,

    /// <summary>Somebody whom the network's identity provider knows.</summary>
    Member,

    /// <summary>Looks after a stand.</summary>
    Host,

    /// <summary>Keeps the house civil.</summary>
    Moderator,

    /// <summary>Says what the house is and who may do what in it.</summary>
    Organiser,
}
