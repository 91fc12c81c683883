using System.Text;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Tests.Start;

public sealed class OrderLineTests
{
    [Fact]
    public async Task WhatIsWrittenIsRead()
    {
        using var line = new MemoryStream();
        await OrderLine.WriteAsync(line, new Order { Wanted = OrderKind.Open, Link = "klapphaus://haus.example/raum/größe" }, default);
        line.Position = 0;
        Assert.Equal(new Order { Wanted = OrderKind.Open, Link = "klapphaus://haus.example/raum/größe" }, await OrderLine.ReadAsync<Order>(line, default));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(-1, "{}")]
    [InlineData(int.MaxValue, "{}")]
    [InlineData(OrderLine.MostBytes + 1, "{}")]
    [InlineData(100, "{\"wanted\":\"quit\"}")]
    [InlineData(4, "null")]
    [InlineData(2, "{}")]
    [InlineData(17, "{\"wanted\":\"tanz\"}")]
    [InlineData(12, "{\"wanted\":6}")]
    public async Task WhatIsNoOrderIsRefused(int length, string text)
    {
        using var line = new MemoryStream([.. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes(text)]);
        Assert.Null(await OrderLine.ReadAsync<Order>(line, default));
    }
}
