using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A question as a visitor has written it, on its way to the stand.</summary>
/// <param name="Id">Random, of this act; the same when it is sent again.</param>
/// <param name="Question">The words.</param>
/// <param name="CallBack">How they want to be answered.</param>
/// <param name="Reach">An address or a number, where the answer comes by that.</param>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.EnquiryDraft")]
public sealed record EnquiryDraft([property: Id(0)] string Id, [property: Id(1)] string Question, [property: Id(2)] CallBack CallBack, [property: Id(3)] string Reach)
{
    /// <summary>As it is written when a call fails: without what is asked.</summary>
    public override string ToString() => Id;
}
