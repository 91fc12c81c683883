using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Moderation;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Rooms;

/// <summary>The messages of <see cref="IHouseClient"/>, ready to be written to one client or to many.</summary>
static class Tellings
{
    public static SerializedHubMessage RoomEntered(RoomEnteredEvent news) => Of(nameof(IHouseClient.RoomEntered), news);

    public static SerializedHubMessage PlanChanged(PlanChangedEvent news) => Of(nameof(IHouseClient.PlanChanged), news);

    public static SerializedHubMessage PeopleChanged(PeopleChangedEvent news) => Of(nameof(IHouseClient.PeopleChanged), news);

    public static SerializedHubMessage PutBack(PutBackEvent news) => Of(nameof(IHouseClient.PutBack), news);

    public static SerializedHubMessage RoomsChanged(RoomsChangedEvent news) => Of(nameof(IHouseClient.RoomsChanged), news);

    public static SerializedHubMessage PlaceFree(PlaceFreeEvent news) => Of(nameof(IHouseClient.PlaceFree), news);

    public static SerializedHubMessage ConversationsChanged(ConversationsChangedEvent news) => Of(nameof(IHouseClient.ConversationsChanged), news);

    public static SerializedHubMessage TalkChanged(TalkChangedEvent news) => Of(nameof(IHouseClient.TalkChanged), news);

    public static SerializedHubMessage NotConnected(NotConnectedEvent news) => Of(nameof(IHouseClient.NotConnected), news);

    public static SerializedHubMessage Said(SaidEvent news) => Of(nameof(IHouseClient.Said), news);

    public static SerializedHubMessage Signalled(SignalledEvent news) => Of(nameof(IHouseClient.Signalled), news);

    public static SerializedHubMessage Moderated(ModeratedEvent news) => Of(nameof(IHouseClient.Moderated), news);

    public static SerializedHubMessage PolicyChanged(PolicyChangedEvent news) => Of(nameof(IHouseClient.PolicyChanged), news);

    public static SerializedHubMessage Retracted(RetractedEvent news) => Of(nameof(IHouseClient.Retracted), news);

    public static SerializedHubMessage Announced(AnnouncedEvent news) => Of(nameof(IHouseClient.Announced), news);

    public static SerializedHubMessage StandsChanged(StandsChangedEvent news) => Of(nameof(IHouseClient.StandsChanged), news);

    public static SerializedHubMessage SentAway(DisconnectCode code, BanState? ban = null) => Of(nameof(IHouseClient.SentAway), Farewell(code, ban));

    public static SentAwayEvent Farewell(DisconnectCode code, BanState? ban = null) => new()
    {
        Code = (int)code,
        ComeBack = code is not (DisconnectCode.TakenOver or DisconnectCode.SessionEnded or DisconnectCode.Banned),
        Reason = ban?.Reason ?? "",
        Until = Bans.End(ban),
        Provisional = Bans.Waits(ban),
    };

    static SerializedHubMessage Of(string target, object news) => new(new InvocationMessage(target, [news]));
}
