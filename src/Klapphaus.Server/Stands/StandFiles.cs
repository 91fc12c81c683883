using Klapphaus.Grains.Stands;
using Klapphaus.Server.Files;
using Klapphaus.Server.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Whom the files of stands are for: the stand that has them decides. And which of them may stand in which field.</summary>
sealed class StandFiles(IGrainFactory grains, FileBook book) : IFileGate
{
    public async Task<ErrorCode> MayUploadAsync(Caller caller, string stand)
    {
        if (StandKey.Of(stand) is null) return ErrorCode.FileNotAllowed;
        return await At(stand).MayEdit(caller.ToStandCaller()) == ErrorCode.None ? ErrorCode.None : ErrorCode.FileNotAllowed;
    }

    public Task<bool> MayReadAsync(Caller caller, FileRecord file) => At(file.Stand).MayRead(caller.ToStandCaller(), file.Id);

    public Task<bool> IsWantedAsync(FileRecord file) => At(file.Stand).Needs(file.Id);

    /// <summary>The edits, each with what there is against the file in it: that it is not here, of another stand, or of a kind that does not fit.</summary>
    public async Task<FieldEdit[]> CheckAsync(string stand, FieldEdit[] edits)
    {
        var looked = new FieldEdit[edits.Length];
        for (var i = 0; i < edits.Length; i++) looked[i] = edits[i] with { FileFault = await FaultAsync(stand, edits[i]) };
        return looked;
    }

    async Task<StandFaultKind?> FaultAsync(string stand, FieldEdit edit)
    {
        if (edit.Value?.File is not { Length: > 0 } id || !StandField.TryRead(edit.Field, out var field)) return null;
        if (await book.FindAsync(id) is not { Kind: { } kind } file || file.Stand != stand) return StandFaultKind.FileUnusable;
        return StandParts.Takes(field.Part, kind) ? null : StandFaultKind.FileMisplaced;
    }

    IStandGrain At(string stand) => grains.GetGrain<IStandGrain>(stand);
}
