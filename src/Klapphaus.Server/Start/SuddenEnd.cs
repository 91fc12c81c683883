namespace Klapphaus.Server.Start;

/// <summary>
/// Ends this process at once when the others believe it dead, or a part of the cluster has failed for good; its service manager starts it again. Orleans' own
/// way waits two seconds for its log, and meanwhile people stand in rooms that are elsewhere by now.
/// </summary>
sealed class SuddenEnd : IFatalErrorHandler
{
    public bool IsUnexpected(Exception exception) => exception is not ThreadAbortException;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null) => Environment.FailFast(
        OperatorWords.Of(
            $"Dieser Prozess endet und muss neu gestartet werden, seine Räume gehen in anderen weiter. Grund: {context}",
            $"This process ends and must be started again; its rooms go on in others. Cause: {context}"),
        exception);
}
