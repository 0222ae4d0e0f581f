using System.Globalization;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd.Sip;

/// <summary>A phone that is called: an operator's device, or the trunk's far end with all employees on it.</summary>
internal sealed class SippPhone : IAsyncDisposable
{
    private readonly Sipp _sipp;

    private SippPhone(Sipp sipp) => _sipp = sipp;

    public IReadOnlyList<SipMessage> Messages => _sipp.Messages;

    /// <summary>Every call that came, oldest first: the INVITEs that opened them.</summary>
    public IReadOnlyList<SipMessage> Calls => [.. _sipp.Messages.Where(IsNewCall).DistinctBy(invite => invite.CallId)];

    public static async Task<SippPhone> StartAsync(string folder, int port, Behaviour behaviour)
    {
        var how = behaviour == Behaviour.ByNumber ? "number" : ((int)behaviour).ToString(CultureInfo.InvariantCulture);
        var phone = new SippPhone(Sipp.Start(folder, "phone", port, "-rtp_echo", "-key", "behaviour", how));
        await phone._sipp.ListensAsync();
        return phone;
    }

    /// <summary>Waits until this many calls have come, and returns the INVITE of the last of them.</summary>
    public async Task<SipMessage> IsCalledAsync(int times = 1)
    {
        var calls = await Eventually.GetAsync($"the phone is called ({times})", () => Calls, seen => seen.Count >= times);
        return calls[times - 1];
    }

    /// <summary>Picks up a phone that rings for ever.</summary>
    public Task AnswerAsync() => _sipp.CommandAsync("ANSWER", Calls[^1].CallId);

    /// <summary>Declines the last call, or hangs up on it.</summary>
    public Task HangUpAsync() => _sipp.CommandAsync("HANGUP", Calls[^1].CallId);

    /// <summary>Presses 1 or 2 in the last call.</summary>
    public Task PressAsync(int key) => _sipp.CommandAsync($"PRESS{key}", Calls[^1].CallId);

    /// <summary>Asks for a transfer in the last call, as the phone's transfer key does.</summary>
    /// <param name="referTo">Whom to, as in SIP's Refer-To.</param>
    public Task TransferAsync(string referTo) => _sipp.CommandAsync("TRANSFER", Calls[^1].CallId, $"Refer-To: {referTo}");

    /// <summary>Waits until the phone is told how its transfer goes: the status in a NOTIFY.</summary>
    public Task IsToldAsync(int status) => _sipp.SeesAsync(
        $"the phone is told {status}", message => !message.IsSent && message.Method == "NOTIFY" && message.Text.Contains(string.Create(CultureInfo.InvariantCulture, $"\n\nSIP/2.0 {status}"), StringComparison.Ordinal));

    /// <summary>Waits until the call is up.</summary>
    public Task TalksAsync(SipMessage call) => SeesAsync("the call at the phone is up", call, message => !message.IsSent && message.Method == "ACK");

    /// <summary>Waits until the call is over, and returns the message that ended it: BYE, CANCEL or a refusal.</summary>
    public Task<SipMessage> IsOverAsync(SipMessage call) => SeesAsync("the call at the phone is over", call, Ends);

    public ValueTask DisposeAsync() => _sipp.DisposeAsync();

    private static bool Ends(SipMessage message) => message.Method is "BYE" or "CANCEL" || message.Status >= 400;

    private Task<SipMessage> SeesAsync(string what, SipMessage call, Func<SipMessage, bool> condition)
        => _sipp.SeesAsync(what, message => message.CallId == call.CallId && condition(message));

    private static bool IsNewCall(SipMessage message) => !message.IsSent && message.IsFirstInvite;
}
