using System.Collections.Frozen;
using Klapphaus.Contracts;
using Klapphaus.Server.House;
using Klapphaus.Server.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Limits;

/// <summary>What holds for every call: Hello first, not too many, in the background but a few, and an answer with a number whatever happens.</summary>
sealed class CallFilter(Visitors visitors, HouseMeter meter, ILogger<CallFilter> log) : IHubFilter
{
    /// <summary>Methods that answer with a number and nothing else.</summary>
    static readonly FrozenSet<string> asks = typeof(IHouseHub).GetInterfaces().SelectMany(i => i.GetMethods()).Where(m => m.ReturnType == typeof(Task<AskResult>)).Select(m => m.Name).ToFrozenSet();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var visitor = HouseHub.Of(call.Context)!;
        var method = call.HubMethodName;
        if (visitor.IsSentAway) return Refusal(method, ErrorCode.TooManyCalls);
        if (!TryTake(visitor.Budget, method))
        {
            if (visitor.Budget.Flooding) visitors.SendAway(visitor.ConnectionId, DisconnectCode.Flooding);
            return Refusal(method, ErrorCode.TooManyCalls);
        }
        if (!visitor.IsGuest && Obstacle(visitor, method) is { } obstacle) return Refusal(method, obstacle);
        if (call.HubMethodArguments.Contains(null)) return Refusal(method, ErrorCode.Malformed);
        try
        {
            return await next(call);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.HouseUnavailable(method, e.GetType().Name);
            return Refusal(method, ErrorCode.Unavailable);
        }
        catch (Exception e) when (e is not HubException)
        {
            log.CallFailed(e, method);
            return Refusal(method, ErrorCode.Unexpected);
        }
    }

    /// <summary>Why somebody may not ask this who is no guest with an avatar; null when they may.</summary>
    static ErrorCode? Obstacle(Visitor visitor, string method) =>
        !visitor.Welcome ? method == nameof(IHouseHub.Hello) ? null : ErrorCode.HelloMissing
        : IsForBackground(method) ? null : ErrorCode.BackgroundConnection;

    /// <summary>All that a connection may ask that only wants to be reached. What is not here, and whatever is added, needs a room or an avatar.</summary>
    static bool IsForBackground(string method) =>
        method is nameof(IHouseHub.Hello) or nameof(IHouseHub.StandDuty) or nameof(IHouseHub.AnswerBell) or nameof(IHouseHub.EndTalk);

    static bool TryTake(CallBudget budget, string method) => method switch
    {
        nameof(IHouseHub.Move) => budget.TryStep(),
        nameof(IHouseHub.Type) => budget.TryType(),
        nameof(IHouseHub.Signal) => budget.TrySignal(),
        _ => budget.TryCall(),
    };

    /// <summary>The answer of the called method with a number in it. Those that have no answer are told by an error, which only a client that waits for one sees.</summary>
    object? Refusal(string method, ErrorCode code)
    {
        meter.Refused(code);
        return Answer(method, code);
    }

    static object? Answer(string method, ErrorCode code) => method switch
    {
        nameof(IHouseHub.Hello) => new HelloResult { Error = (int)code, Protocol = Protocol.Version },
        nameof(IHouseHub.Enter) => new EnterResult { Error = (int)code },
        nameof(IHouseHub.Wait) => new WaitResult { Error = (int)code },
        // thousands a second: nothing that costs
        nameof(IHouseHub.Move) or nameof(IHouseHub.Type) when code is ErrorCode.TooManyCalls or ErrorCode.BackgroundConnection => null,
        _ when asks.Contains(method) => new AskResult { Error = (int)code },
        _ => throw new HubException($"{(int)code}: {code}"),
    };
}
