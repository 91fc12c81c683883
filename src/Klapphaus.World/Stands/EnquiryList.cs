namespace Klapphaus.World.Stands;

/// <summary>The questions that visitors have left at a stand.</summary>
/// <param name="enquiries">The oldest first; kept up to date in place, since that is what is stored.</param>
public sealed class EnquiryList(List<Enquiry> enquiries)
{
    public const int Most = 1_000;

    /// <summary>So many of one visitor wait for an answer at a time.</summary>
    public const int MostOfOne = 5;

    public IReadOnlyList<Enquiry> All => enquiries;

    /// <summary>Leaves a question that has been read without a fault. With all places taken the oldest that has an answer makes room.</summary>
    public EnquiryOutcome Leave(Enquiry enquiry)
    {
        if (enquiries.Find(e => e.Id == enquiry.Id) is { } known) return known.Visitor == enquiry.Visitor ? EnquiryOutcome.Done : EnquiryOutcome.Unknown;
        if (enquiries.Count(e => e.Visitor == enquiry.Visitor && e.IsOpen) >= MostOfOne) return EnquiryOutcome.TooMany;
        if (enquiries.Count >= Most && !MakeRoom()) return EnquiryOutcome.Full;
        enquiries.Add(enquiry with { AnsweredBy = "", Answered = null, Answer = "" });
        return EnquiryOutcome.Done;
    }

    /// <summary>A host has answered, by words that have been read without a fault. Who was first stays who has: the visitor may have read it.</summary>
    public EnquiryOutcome Answer(string id, string by, string text, DateTimeOffset now)
    {
        var index = enquiries.FindIndex(e => e.Id == id);
        if (index < 0) return EnquiryOutcome.Unknown;
        var enquiry = enquiries[index];
        if (!enquiry.IsOpen) return enquiry.AnsweredBy == by && enquiry.Answer == text ? EnquiryOutcome.Done : EnquiryOutcome.Answered;
        enquiries[index] = enquiry with { AnsweredBy = by, Answered = now, Answer = text };
        return EnquiryOutcome.Done;
    }

    /// <summary>The visitor takes the question back; nothing of it remains.</summary>
    public EnquiryOutcome TakeBack(string id, string visitor) =>
        enquiries.RemoveAll(e => e.Id == id && e.Visitor == visitor) > 0 ? EnquiryOutcome.Done : EnquiryOutcome.Unknown;

    bool MakeRoom()
    {
        var index = enquiries.FindIndex(e => !e.IsOpen);
        if (index >= 0) enquiries.RemoveAt(index);
        return index >= 0;
    }
}
