using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Asks the house's hub for something, and says what came of it.</summary>
sealed class HubDesk(HouseConnection connection, TextWords words)
{
    /// <param name="method">Of the hub.</param>
    /// <param name="request">Its request.</param>
    /// <param name="done">Key of what is said when it was granted; empty where the news say it.</param>
    public async Task<Answer> AskAsync(string method, object request, string done = "") => Tell(await connection.AskAsync(method, request), done);

    /// <summary>Leaves the conversation and stays where one stands.</summary>
    public async Task<Answer> LeaveConversationAsync() => Tell(await connection.LeaveConversationAsync());

    public Task<Answer> SayAsync(SayRequest request) => AskAsync(nameof(IHouseHub.Say), request);

    Answer Tell(ErrorCode error, string done = "") =>
        error != ErrorCode.None ? Answer.Refused(words, error) : done.Length > 0 ? Answer.Yes(words.Say(done)) : Answer.Done;
}
