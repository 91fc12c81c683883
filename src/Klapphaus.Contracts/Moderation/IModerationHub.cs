namespace Klapphaus.Contracts;

/// <summary>What moderators may do, and what everybody may do about others. Everything is decided by the server, and holds wherever the person concerned is.</summary>
public interface IModerationHub
{
    /// <summary>Lets nobody hear those in a conversation, or in the room. For moderators.</summary>
    Task<AskResult> MuteAll(MuteAllRequest request);

    /// <summary>Lets nobody see somebody's camera or screen, or again. For moderators.</summary>
    Task<AskResult> HideCamera(HideCameraRequest request);

    /// <summary>Asks somebody to switch the microphone on. For moderators.</summary>
    Task<AskResult> AskToSpeak(AskToSpeakRequest request);

    /// <summary>Says something to somebody as the house. For moderators.</summary>
    Task<AskResult> Warn(WarnRequest request);

    /// <summary>Puts somebody elsewhere in the room. For moderators.</summary>
    Task<AskResult> MovePerson(MovePersonRequest request);

    /// <summary>Takes somebody out of the room, or sends them to another. For moderators.</summary>
    Task<AskResult> Expel(ExpelRequest request);

    /// <summary>Keeps somebody out of the room or the house. For moderators.</summary>
    Task<AskResult> Ban(BanRequest request);

    /// <summary>Says who may do what in the room. For moderators.</summary>
    Task<AskResult> SetPolicy(SetPolicyRequest request);

    /// <summary>Says something to everybody in the house. For moderators.</summary>
    Task<AskResult> Announce(AnnounceRequest request);

    /// <summary>Takes a text away from all who have it: one's own, or for moderators those of others.</summary>
    Task<AskResult> Retract(RetractRequest request);

    /// <summary>Has nothing to do with somebody from now on, both ways and in every room, or again.</summary>
    Task<AskResult> Block(BlockRequest request);

    /// <summary>Reports somebody to the moderators.</summary>
    Task<AskResult> Report(ReportRequest request);
}
