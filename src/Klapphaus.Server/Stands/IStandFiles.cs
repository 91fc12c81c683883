namespace Klapphaus.Server.Stands;

/// <summary>What stands have uploaded, for whoever has seen to it that it may be handed out.</summary>
interface IStandFiles
{
    /// <summary>The content of a file that belongs to this stand; null when it has none such.</summary>
    /// <param name="stand">Id of the stand; a file of another one is not given out, whatever this one says.</param>
    /// <param name="file">Id of the file.</param>
    /// <param name="width">For a picture so wide at most, drawn by the house; null for the file itself.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    Task<StandFile?> OpenAsync(string stand, string file, int? width, CancellationToken cancellation);
}
