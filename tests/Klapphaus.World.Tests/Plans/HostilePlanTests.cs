using System.Text;
using CsCheck;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class HostilePlanTests
{
    static readonly byte[] Good = PlanDrawing.Good().Bytes();

    static readonly string[] Poison =
    [
        "null", "-1", "0", "1e999", "-1e999", "1e-999", "4294967296", "0.5", "\"\"", "\"\\ud800\"", "[]", "{}", "[[[[]]]]", "true",
        "99999999999999999999", "\"\\u0000\"", "\"{0}\"", "NaN", "", ",", "}", "]", "\"map\"", "{\"layers\":[]}", "\"base64\"", "[{\"name\":1}]",
    ];

    [Fact]
    public void NoMutationOfBytesIsMoreThanAFault() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte, Gen.Int[0, 40]).Array[1, 4].Sample(changes =>
        {
            List<byte> bytes = [.. Good];
            foreach ((int at, byte value, int cut) in changes)
            {
                int place = at % bytes.Count;
                bytes[place] = value;
                bytes.RemoveRange(place, Math.Min(cut, bytes.Count - place - 1));
            }
            IsPlanOrFaults(FloorPlanReader.Read("foyer", bytes.ToArray()));
        }, iter: 1_000);

    [Fact]
    public void NoPoisonedValueIsMoreThanAFault()
    {
        string text = Encoding.UTF8.GetString(Good);
        int[] values = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == ':' || (text[i] is '[' or ',' && !"[{\"".Contains(text[i + 1], StringComparison.Ordinal)))];

        Gen.Select(Gen.Int[0, values.Length - 1].Select(i => values[i]), Gen.Int[0, Poison.Length - 1].Select(i => Poison[i]), Gen.Bool).Array[1, 3].Sample(changes =>
        {
            string spoiled = text;
            foreach ((int at, string poison, bool replace) in changes.OrderByDescending(change => change.Item1))
            {
                int end = at + 1;
                while (replace && end < spoiled.Length && !",]}".Contains(spoiled[end], StringComparison.Ordinal))
                    end++;
                spoiled = spoiled[..(at + 1)] + poison + spoiled[end..];
            }
            IsPlanOrFaults(FloorPlanReader.Read("foyer", Encoding.UTF8.GetBytes(spoiled)));
            HouseReading house = HouseReader.Read(Encoding.UTF8.GetBytes(spoiled), new Dictionary<string, byte[]> { ["foyer.tmj"] = Encoding.UTF8.GetBytes(spoiled) });
            Assert.NotEmpty(house.Faults);
        }, iter: 1_500);
    }

    static void IsPlanOrFaults(PlanReading reading)
    {
        Assert.Equal(reading.Plan is null, reading.Faults.Count > 0);
        Assert.All(reading.Faults, fault => Assert.True(fault.German.Length > 20 && fault.English.Length > 20));
    }
}
