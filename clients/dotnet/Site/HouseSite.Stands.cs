using Klapphaus.Contracts;

namespace Klapphaus.Client;

// What one reads at stands and leaves there.
public sealed partial class HouseSite
{
    /// <summary>The stands that one may see.</summary>
    public Task<Reply<StandCardView[]>> StandsAsync(CancellationToken cancellation = default) =>
        line.ReadAsync<StandCardView[]>("/api/stands", cancellation);

    /// <summary>Finds open stands and what lies at them, in spite of word forms and typing errors.</summary>
    public Task<Reply<StandSearchView>> FindStandsAsync(StandSearch search, CancellationToken cancellation = default) =>
        line.ReadAsync<StandSearchView>("/api/stands/search" + search.ToQuery(), cancellation);

    /// <summary>The names of challenges and solutions, which stands name by their ids.</summary>
    public Task<Reply<VocabularyView>> VocabularyAsync(CancellationToken cancellation = default) =>
        line.ReadAsync<VocabularyView>("/api/vocabulary", cancellation);

    /// <summary>A stand as one may see it, with its materials.</summary>
    public Task<Reply<StandView>> StandAsync(string stand, CancellationToken cancellation = default) =>
        line.ReadAsync<StandView>($"/api/stands/{Segment(stand)}", cancellation);

    /// <summary>What one has left at a stand oneself, with the answers.</summary>
    public Task<Reply<LeftAtStandView>> LeftAtAsync(string stand, CancellationToken cancellation = default) =>
        line.ReadAsync<LeftAtStandView>($"/api/stands/{Segment(stand)}/mine", cancellation);

    /// <summary>Leaves a question for those who look after a stand.</summary>
    /// <param name="stand">Id of the stand.</param>
    /// <param name="act">Of this question (<see cref="NewAct"/>); by it the question is taken back.</param>
    /// <param name="question">What is asked, and how one wants to be answered.</param>
    /// <param name="cancellation">To give up earlier.</param>
    /// <returns>With a refusal also what is wrong with the words.</returns>
    public Task<Reply<RefusalView>> LeaveQuestionAsync(string stand, string act, EnquiryRequest question, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Put, $"/api/stands/{Segment(stand)}/enquiries/{Segment(act)}", question, cancellation);

    /// <summary>Takes a question back, whether one may still see the stand or not.</summary>
    public Task<Reply<RefusalView>> TakeQuestionBackAsync(string stand, string question, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Delete, $"/api/me/stands/{Segment(stand)}/enquiries/{Segment(question)}", null, cancellation);
}
