using Klapphaus.Desktop.Reach;

namespace Klapphaus.Desktop.Tests.Reach;

public sealed class ReturnPlanTests
{
    readonly ReturnPlan plan = new();

    [Fact]
    public void AHouseThatDoesNotAnswerIsAskedLessAndLess()
    {
        Assert.Equal(new NextTry(ReturnPlan.Shortest, false), plan.After(ErrorCode.Unavailable));
        Assert.Equal(new NextTry(ReturnPlan.Shortest * 2, false), plan.After(ErrorCode.Unavailable));
        for (var i = 0; i < 10; i++) plan.After(ErrorCode.Unavailable);
        Assert.Equal(new NextTry(ReturnPlan.Longest, false), plan.After(ErrorCode.Unavailable));
        Assert.Equal(new NextTry(ReturnPlan.Shortest, false), plan.After(ErrorCode.Unavailable, wasThere: true));
    }

    [Fact]
    public void WhoIsSentAwayForAnotherDoesNotPushBackAtOnce()
    {
        plan.After(ErrorCode.Unavailable);
        Assert.Equal(ReturnPlan.Shortest * 2, plan.After(ErrorCode.Unavailable, wasThere: true, isSentAway: true).Pause);
    }

    [Fact]
    public void ABanIsToldOnceAndEnds()
    {
        Assert.Equal(new NextTry(ReturnPlan.WhileBanned, true), plan.After(ErrorCode.Banned, wasThere: true));
        Assert.Equal(new NextTry(ReturnPlan.WhileBanned, false), plan.After(ErrorCode.Banned));
        Assert.False(plan.After(ErrorCode.Unavailable).IsTold);
        Assert.Equal(new NextTry(ReturnPlan.WhileBanned, false), plan.After(ErrorCode.Banned));
        // it was over for a while, and another has come
        Assert.True(plan.After(ErrorCode.Banned, wasThere: true).IsTold);
    }

    [Theory]
    [InlineData(ErrorCode.SignInNeeded)]
    [InlineData(ErrorCode.SessionEnded)]
    [InlineData(ErrorCode.ProtocolTooOld)]
    public void WhatWaitingDoesNotChangeIsNotTriedAgain(ErrorCode error) => Assert.Equal(new NextTry(null, true), plan.After(error));
}
