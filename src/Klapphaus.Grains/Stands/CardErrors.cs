using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>The numbers by which it is said that a card is not handed over or taken back.</summary>
static class CardErrors
{
    public static ErrorCode Of(CardOutcome outcome) => outcome switch
    {
        CardOutcome.Done => ErrorCode.None,
        CardOutcome.NothingNamed or CardOutcome.FieldEmpty => ErrorCode.CardEmpty,
        CardOutcome.WordingOutdated => ErrorCode.CardOutdated,
        CardOutcome.Full => ErrorCode.CardsFull,
        CardOutcome.Over => ErrorCode.ExchangeOver,
        _ => ErrorCode.CardUnknown,
    };
}
