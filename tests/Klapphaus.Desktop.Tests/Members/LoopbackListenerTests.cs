using System.Net;
using System.Net.Sockets;
using System.Text;
using Klapphaus.Desktop.Members;

namespace Klapphaus.Desktop.Tests.Members;

/// <summary>The port at which the browser comes back from a sign-in, and all else that may come there.</summary>
public sealed class LoopbackListenerTests : IAsyncDisposable
{
    const string State = "state-0123456789";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    readonly LoopbackListener listener = new(State, TimeProvider.System);
    readonly CancellationTokenSource over = new();
    readonly Task<LoopbackResult> waiting;

    public LoopbackListenerTests() => waiting = listener.WaitAsync(over.Token);

    string Host => $"127.0.0.1:{listener.Port}";

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await Task.WhenAny(waiting);
        listener.Dispose();
        over.Dispose();
    }

    [Fact]
    public async Task TheBrowserComesBackWithItsCode()
    {
        var answer = await SendAsync($"GET /?code=abc-_1&state={State} HTTP/1.1\r\nHost: {Host}\r\nCookie: a=b\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("Sie sind angemeldet.", answer, StringComparison.Ordinal);
        Assert.Contains("You are signed in.", answer, StringComparison.Ordinal);
        Assert.Equal(new LoopbackResult("abc-_1"), await waiting.WaitAsync(patience));
    }

    [Fact]
    public async Task OrWithTheNumberOfARefusal()
    {
        Assert.Contains("Die Anmeldung ist nicht gelungen.", await SendAsync($"GET /?error=2007&state={State} HTTP/1.1\r\nHost: {Host}\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal(new LoopbackResult(null, ErrorCode.Banned), await waiting.WaitAsync(patience));
    }

    [Theory]
    [InlineData("GET /?code=abc&state=falsch HTTP/1.1\r\nHost: {0}\r\n\r\n", 403)]
    [InlineData("GET /?code=abc HTTP/1.1\r\nHost: {0}\r\n\r\n", 403)]
    [InlineData("GET /?code=abc&state={1}&state=falsch HTTP/1.1\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET /?code=abc&code=def&state={1} HTTP/1.1\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET /?code=abc&state={1} HTTP/1.1\r\nHost: boese.example\r\n\r\n", 421)]
    [InlineData("GET /?code=abc&state={1} HTTP/1.1\r\nHost: {0}\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET /?code=abc&state={1} HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /?code=abc&state={1} HTTP/2.0\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET http://127.0.0.1/?code=abc&state={1} HTTP/1.1\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("POST /?code=abc&state={1} HTTP/1.1\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET /favicon.ico HTTP/1.1\r\nHost: {0}\r\n\r\n", 404)]
    [InlineData("GET /geheim?code=abc&state={1} HTTP/1.1\r\nHost: {0}\r\n\r\n", 404)]
    [InlineData("\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\r\n\r\n", 400)]
    public async Task WhatDoesNotComeFromTheHouseChangesNothing(string request, int status)
    {
        var answer = await SendAsync(request.Replace("{0}", Host, StringComparison.Ordinal).Replace("{1}", State, StringComparison.Ordinal));
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.False(waiting.IsCompleted);
        await TheBrowserComesBackWithItsCode();
    }

    [Fact]
    public async Task WhoSaysNothingOrTooMuchHoldsNobodyUp()
    {
        List<TcpClient> silent = [];
        for (var i = 0; i < 20; i++)
        {
            silent.Add(new());
            await silent[^1].ConnectAsync(IPAddress.Loopback, listener.Port);
        }
        var endless = await SendAsync($"GET /?state={new string('x', 40_000)} HTTP/1.1\r\nHost: {Host}\r\n\r\n");
        Assert.Equal("", endless);
        await TheBrowserComesBackWithItsCode();
        silent.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task TheRightStateCountsOnce()
    {
        var both = Task.WhenAll(
            SendAsync($"GET /?code=eins&state={State} HTTP/1.1\r\nHost: {Host}\r\n\r\n"), SendAsync($"GET /?code=zwei&state={State} HTTP/1.1\r\nHost: {Host}\r\n\r\n"));
        Assert.Contains((await waiting.WaitAsync(patience)).Code, new[] { "eins", "zwei" });
        // as the sign-in does: the second gets a refusal, or finds nobody there any more
        listener.Dispose();
        Assert.Single(await both, answer => answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NobodyComesIsTold()
    {
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void TheVerifierBelongsToItsChallenge()
    {
        var proof = new ProofKey();
        Assert.Equal(43, proof.Verifier.Length);
        Assert.Equal(43, proof.Challenge.Length);
        Assert.DoesNotContain(proof.Verifier, proof.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(proof.Verifier, new ProofKey().Verifier);
    }

    /// <summary>Sends bytes as they are, and gives all that comes back; an empty text when the connection was closed on them.</summary>
    async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, listener.Port).WaitAsync(patience);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await reader.ReadToEndAsync().WaitAsync(patience);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            return "";
        }
    }
}
