using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Stands;

namespace Klapphaus.Server.House;

/// <summary>The part of the hub by which visitors ring at stands and hosts answer: who asks; the stand decides, and tells those concerned.</summary>
sealed partial class HouseHub
{
    public async Task<AskResult> RingBell(RingBellRequest request)
    {
        if (BellWishes.Read(request.Wish) is not { } wish) return new() { Error = (int)ErrorCode.Malformed };
        return await AtBell(request.Stand, stand => reception.RingAsync(Me, stand, wish, request.Resume));
    }

    public Task<AskResult> LeaveBell(LeaveBellRequest request) => AtBell(request.Stand, stand => Bell(stand).Withdraw(Me.Caller.ToStandCaller()));

    public Task<AskResult> AnswerBell(AnswerBellRequest request) => AtBell(request.Stand, stand => Bell(stand).Answer(Me.Caller.ToStandCaller(), request.Request, request.Accept, request.Text ?? ""));

    public Task<AskResult> EndTalk(EndTalkRequest request) => AtBell(request.Stand, stand => Bell(stand).EndTalk(Me.Caller.ToStandCaller()));

    public Task<AskResult> StandDuty(StandDutyRequest request) => AtBell(request.Stand, stand => reception.DutyAsync(Me, stand, request.On));

    static async Task<AskResult> AtBell(string? asked, Func<string, Task<ErrorCode>> ask) =>
        new() { Error = (int)(StandKey.Of(asked) is { } stand ? await ask(stand) : ErrorCode.StandUnknown) };

    IStandBellGrain Bell(string stand) => grains.GetGrain<IStandBellGrain>(stand);
}
