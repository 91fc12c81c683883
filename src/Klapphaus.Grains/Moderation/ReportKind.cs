namespace Klapphaus.Grains.Moderation;

/// <summary>What somebody wants looked at. Stored as a number: new ones are added at the end.</summary>
public enum ReportKind
{
    /// <summary>What somebody else did.</summary>
    Person,

    /// <summary>What a moderator did to oneself.</summary>
    Objection,

    /// <summary>What a stand or one of its materials shows.</summary>
    Stand,
}
