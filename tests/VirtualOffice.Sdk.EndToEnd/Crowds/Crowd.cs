using System.Net;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd.Crowds;

/// <summary>
/// Callers who come one after the other, several at a time, stay for a while and hang up, and somebody at the desk who transfers some of those who talk and takes messages
/// of others. None of them minds that the host is not there.
/// </summary>
internal sealed class Crowd(Office office, int seed) : IDisposable
{
    /// <summary>So many are on the line at once.</summary>
    private const int Lines = 5;

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _enough = new();

    public CrowdLedger Ledger { get; } = new();

    /// <summary>Goes on until told that it is enough; then everybody has hung up.</summary>
    public Task RunAsync() => Task.WhenAll([DeskAsync(new Random(seed)), .. Enumerable.Range(1, Lines).Select(line => LineAsync(new Random(seed + line)))]);

    public void Leave() => _enough.Cancel();

    public void Dispose() => _enough.Dispose();

    private async Task LineAsync(Random random)
    {
        while (!_enough.IsCancellationRequested)
        {
            // Most call while the host is there, so that they are in the middle of something when it dies.
            if (random.Next(4) > 0)
                await HostIsThereAsync();
            var caller = office.Call();

            // The PBX lets callers hear ringing before it asks anybody: from here on the call counts.
            await caller.RingsAsync();
            Ledger.Called(caller.Number);
            var talking = SpeakAsync(caller);
            await PauseAsync(TimeSpan.FromSeconds(1 + (random.NextDouble() * 14)));
            await LeaveAsync(caller);
            await talking;
            await office.ForgetAsync(caller);
            await PauseAsync(TimeSpan.FromSeconds(random.NextDouble()));
        }
    }

    private async Task HostIsThereAsync()
    {
        while (!_enough.IsCancellationRequested && !(await office.Api.ReadinessAsync()).Ready)
            await PauseAsync(_look);
    }

    private static async Task SpeakAsync(SippCaller caller)
    {
        await Eventually.HoldsAsync("the caller is answered or gone", () => caller.HasEnded || caller.IsAnswered, TimeSpan.FromMinutes(5));
        if (caller.IsAnswered)
            await caller.IsAnsweredAsync();
    }

    /// <summary>Hangs up, again if need be: what was sent may have crossed an answer.</summary>
    private static async Task LeaveAsync(SippCaller caller)
    {
        for (var tries = 0; !caller.HasEnded; tries++)
        {
            Assert.True(tries < 120, $"Caller {caller.Number} cannot hang up:\n{string.Join('\n', caller.Messages)}");
            await caller.HangUpAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }

    private async Task DeskAsync(Random random)
    {
        for (var number = 0; !_enough.IsCancellationRequested; number++)
        {
            try
            {
                await WorkAsync(random, number);
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException && !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                // The host is not there, or died over it: nothing was promised.
            }

            await PauseAsync(_look);
        }
    }

    private async Task WorkAsync(Random random, int number)
    {
        var talks = (await office.Api.CallsAsync()).Where(call => call.Stage == "Conversation").ToArray();
        if (talks.Length == 0)
            return;
        var call = talks[random.Next(talks.Length)];
        if (random.Next(3) == 0)
        {
            using var _ = await office.Api.PostAsync($"api/v1/calls/{call.Id}/transfer", new { employee = "anna" });
        }
        else if (random.Next(2) == 0)
        {
            var text = $"Message {number} of {call.Caller}.";
            using var answer = await office.Api.PostAsync($"api/v1/calls/{call.Id}/message", new { employee = "anna", fields = new Dictionary<string, string> { ["name"] = "Ivan", ["text"] = text } });
            if (answer.StatusCode == HttpStatusCode.Created)
                Ledger.Saved(text);
        }
    }

    private async Task PauseAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, _enough.Token);
        }
        catch (OperationCanceledException)
        {
            // They leave.
        }
    }
}
