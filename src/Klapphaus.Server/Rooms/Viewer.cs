using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Rooms;

/// <summary>A client of this process in one room. Its fields belong to the feed's lock, those of the step to the step buffer's.</summary>
sealed class Viewer(Outlet outlet, string member, int handle, long arrival)
{
    public Outlet Outlet => outlet;

    public string Member => member;

    /// <summary>Its avatar's number in the room.</summary>
    public int Handle { get; set; } = handle;

    /// <summary>When it came in; who comes in later by another connection takes its avatar over.</summary>
    public long Arrival => arrival;

    /// <summary>The cell for which it was sent everything in sight, or -1 when it needs that anew.</summary>
    public int Shown { get; set; } = -1;

    /// <summary>The cell in which the feed has it.</summary>
    public int Cell { get; set; }

    /// <summary>It was told which room it is in.</summary>
    public bool Greeted { get; set; }

    /// <summary>Where the room let it in, until it is told so; the mirror may hear of that only with the next tick.</summary>
    public uint? CameInAs { get; set; }

    /// <summary>What the feed does when the client reads again.</summary>
    public Action? WhenFree { get; set; }

    /// <summary>It missed that the plan was changed.</summary>
    public bool MissedPlan { get; set; }

    /// <summary>It missed who came and left.</summary>
    public bool MissedPeople { get; set; }

    /// <summary>Where the own avatar was put back to while the client could not be told.</summary>
    public PutBackEvent? MissedPutBack { get; set; }

    /// <summary>It missed which conversations there are.</summary>
    public bool MissedConversations { get; set; }

    /// <summary>It missed how its own conversation is now.</summary>
    public bool MissedTalk { get; set; }

    /// <summary>Why it left its last conversation, while that could not be told; or empty.</summary>
    public string MissedLeft { get; set; } = "";

    /// <summary>It missed which stands there are.</summary>
    public bool MissedStands { get; set; }

    /// <summary>What was said to it and could not be told.</summary>
    public Queue<SerializedHubMessage> Unsaid { get; } = new();

    /// <summary>Newest step, packed: what the client believes of itself.</summary>
    public uint Step { get; set; }

    public long StepAt { get; set; }

    public bool StepWaits { get; set; }

    /// <summary>It is in this room no more, and nothing that its client says of walking counts.</summary>
    public bool Gone { get; set; }
}
