using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Takes materials along from stands, and looks what has become of them since.</summary>
sealed class BagDesk(IGrainFactory grains)
{
    /// <summary>Puts a material into somebody's bag that they may see now.</summary>
    public async Task<ErrorCode> PutAsync(StandCaller who, string stand, string material)
    {
        var reading = await grains.GetGrain<IStandGrain>(stand).Read(who);
        if (reading.Error != ErrorCode.None) return reading.Error;
        if (Find(reading, StandContents.Of(reading.Fields, []), material) is not { } value) return ErrorCode.MaterialUnknown;
        var outcome = await grains.GetGrain<IBagGrain>(who.Member).Put(stand, material, value.Text);
        if (outcome == BagOutcome.Done) await grains.GetGrain<IStandFiguresGrain>(stand).Take(who.Member, material);
        return outcome == BagOutcome.Full ? ErrorCode.BagFull : ErrorCode.None;
    }

    /// <summary>A bag as somebody may see it who has these rights at its stands: what was taken last comes first.</summary>
    public async Task<BagItemView[]> LookAsync(StandCaller who, BagItemState[] items)
    {
        var stands = items.Select(i => i.Stand).Distinct().ToArray();
        var readings = await Task.WhenAll(stands.Select(s => grains.GetGrain<IStandGrain>(s).Read(who)));
        var byStand = stands.Zip(readings).ToDictionary(s => s.First, s => (Reading: s.Second, Content: StandContents.Of(s.Second.Fields, [])));
        return [.. items.Reverse().Select(i => View(i, byStand[i.Stand].Reading, byStand[i.Stand].Content))];
    }

    static BagItemView View(BagItemState item, StandReading reading, StandContent content)
    {
        var value = Find(reading, content, item.Material);
        return new()
        {
            Stand = item.Stand,
            Material = item.Material,
            Title = value?.Text ?? item.Title,
            Taken = item.Taken,
            StandName = content.TextOf(StandPart.Name),
            There = value is not null,
            File = value?.File ?? "",
            Link = value?.Link ?? "",
            Language = value?.Language ?? "",
        };
    }

    /// <summary>What is offline is not there, also for those who may still see it at the stand.</summary>
    static StandValue? Find(StandReading reading, StandContent content, string material) =>
        reading.Down is not null || reading.DownMaterials.ContainsKey(material) ? null : content.Find(new(StandPart.Materials, material)).Value;
}
