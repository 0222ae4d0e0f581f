using System.Globalization;
using System.Net;

namespace VirtualOffice.Sdk.Asterisk.Tests.Sip;

/// <summary>One call of a <see cref="SipEndpoint"/>, made or received.</summary>
internal sealed class SipCall : IAsyncDisposable
{
    private static readonly TimeSpan FirstRepeat = TimeSpan.FromMilliseconds(500);

    private readonly SipEndpoint _phone;
    private readonly IPEndPoint _pbx;
    private readonly bool _isIncoming;
    private readonly string _tag = Guid.NewGuid().ToString("N")[..12];
    private readonly TaskCompletionSource _heardOf = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ringing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _acknowledgedBye = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _acknowledgedInfo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _notes = [];
    private TaskCompletionSource _noted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SipMessage _invite;
    private int _sequence = 1;
    private bool _isAuthorised;
    private SipMessage? _final;
    private int _isDisposed;
    private volatile bool _isCancelled;

    private SipCall(SipEndpoint phone, IPEndPoint pbx, SipMessage invite, bool isIncoming, Voice voice)
    {
        (_phone, _pbx, _invite, _isIncoming, Voice) = (phone, pbx, invite, isIncoming, voice);
    }

    public Voice Voice { get; }

    public string CallId => _invite.CallId;

    /// <summary>What was asked for: for a call that came in, with the caller's From.</summary>
    public SipMessage Invitation => _invite;

    /// <summary>180 or 183 came.</summary>
    public Task Ringing => _ringing.Task;

    /// <summary>The final status of the invitation.</summary>
    public Task<int> Decided => _decided.Task;

    /// <summary>Over, whoever ended it.</summary>
    public Task Ended => _ended.Task;

    public static SipCall Outgoing(SipEndpoint phone, IPEndPoint pbx, string dialled, string from)
    {
        var voice = new Voice(phone.Pitch);
        var id = Guid.NewGuid().ToString("N");
        var uri = string.Create(CultureInfo.InvariantCulture, $"sip:{dialled}@127.0.0.1:{pbx.Port}");
        List<(string, string)> headers =
        [
            ("Via", string.Create(CultureInfo.InvariantCulture, $"SIP/2.0/UDP 127.0.0.1:{phone.Port};branch=z9hG4bK{id};rport")),
            ("From", $"{from};tag={id[..8]}"), ("To", $"<{uri}>"), ("Call-ID", id), ("CSeq", "1 INVITE"), ("Contact", ContactOf(phone)), ("Max-Forwards", "70"),
        ];
        return new SipCall(phone, pbx, new SipMessage($"INVITE {uri} SIP/2.0", headers, SipReply.Sdp(voice.Port)), isIncoming: false, voice);
    }

    public static SipCall Incoming(SipEndpoint phone, IPEndPoint pbx, SipMessage invite) => new(phone, pbx, invite, isIncoming: true, new Voice(phone.Pitch));

    public void Begin() => Repeat(_invite, _heardOf.Task);

    /// <summary>Sends a provisional response.</summary>
    public Task ReplyAsync(int status) => _phone.SendAsync(SipReply.To(_invite, status, _tag, ContactOf(_phone), status == 183 ? SipReply.Sdp(Voice.Port) : ""), _pbx);

    /// <summary>Answers or refuses.</summary>
    public void Decide(int status)
    {
        if (!_decided.TrySetResult(status))
        {
            return;
        }

        _final = SipReply.To(_invite, status, _tag, ContactOf(_phone), status == 200 ? SipReply.Sdp(Voice.Port) : "");
        Repeat(_final, _acknowledged.Task);
        if (status == 200)
        {
            Voice.SpeakTo(_invite.Audio()!);
        }
        else
        {
            _ended.TrySetResult();
        }
    }

    /// <summary>Presses a key (INFO, as of application/dtmf-relay); completes when the PBX has it.</summary>
    public Task PressAsync(char digit)
    {
        var via = string.Create(CultureInfo.InvariantCulture, $"SIP/2.0/UDP 127.0.0.1:{_phone.Port};branch=z9hG4bK{Guid.NewGuid():N};rport");
        var info = Request("INFO", via, Interlocked.Increment(ref _sequence));
        _acknowledgedInfo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Repeat(new SipMessage(info.StartLine, [.. info.Headers, ("Content-Type", "application/dtmf-relay")], $"Signal={digit}\r\nDuration=100\r\n"), _acknowledgedInfo.Task);
        return _acknowledgedInfo.Task;
    }

    /// <summary>Asks for a transfer (REFER); completes when the PBX has taken it.</summary>
    /// <param name="referTo">The value of Refer-To.</param>
    public Task ReferAsync(string referTo)
    {
        var via = string.Create(CultureInfo.InvariantCulture, $"SIP/2.0/UDP 127.0.0.1:{_phone.Port};branch=z9hG4bK{Guid.NewGuid():N};rport");
        var refer = Request("REFER", via, Interlocked.Increment(ref _sequence));
        _acknowledgedInfo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Repeat(new SipMessage(refer.StartLine, [.. refer.Headers, ("Contact", ContactOf(_phone)), ("Refer-To", referTo)], ""), _acknowledgedInfo.Task);
        return _acknowledgedInfo.Task;
    }

    /// <summary>Waits until the PBX has told that the transfer asked for has come to this status.</summary>
    public async Task IsToldAsync(int status, CancellationToken cancellationToken)
    {
        var wanted = string.Create(CultureInfo.InvariantCulture, $"SIP/2.0 {status}");
        while (true)
        {
            Task more;
            lock (_notes)
            {
                if (_notes.Exists(n => n.StartsWith(wanted, StringComparison.Ordinal)))
                {
                    return;
                }

                more = _noted.Task;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The value of Refer-To that has this call replaced: the other side of an attended transfer.</summary>
    public string ReplaceMe()
    {
        var (own, other) = (TagOf(_isIncoming ? $";tag={_tag}" : _invite["From"]), TagOf(_isIncoming ? _invite["From"] : _final!["To"]));
        var uri = _isIncoming ? ContactUri(_invite) : _invite.StartLine.Split(' ')[1];
        return $"<{uri}?Replaces={Uri.EscapeDataString($"{CallId};to-tag={other};from-tag={own}")}>";

        static string TagOf(string header) => header[(header.IndexOf("tag=", StringComparison.Ordinal) + 4)..].Split(';')[0];
    }

    /// <summary>Hangs up: CANCEL or a refusal before the answer, BYE after it.</summary>
    public void HangUp()
    {
        if (_isIncoming && !_decided.Task.IsCompleted)
        {
            Decide(603);
        }
        else if (!_decided.Task.IsCompleted)
        {
            _isCancelled = true;
            Repeat(Request("CANCEL", _invite["Via"], int.Parse(_invite["CSeq"].Split(' ')[0], CultureInfo.InvariantCulture)), _decided.Task);
        }
        else if (_ended.TrySetResult())
        {
            var via = string.Create(CultureInfo.InvariantCulture, $"SIP/2.0/UDP 127.0.0.1:{_phone.Port};branch=z9hG4bK{Guid.NewGuid():N};rport");
            Repeat(Request("BYE", via, Interlocked.Increment(ref _sequence)), _acknowledgedBye.Task);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        if (!_ended.Task.IsCompleted)
        {
            HangUp();
        }

        foreach (var wait in new[] { _heardOf, _acknowledged, _ended, _acknowledgedBye, _ringing })
        {
            wait.TrySetResult();
        }

        _decided.TrySetResult(0);
        await Voice.DisposeAsync();
    }

    public Task ReceiveAsync(SipMessage message) => message.Status > 0 ? ResponseAsync(message) : RequestAsync(message);

    private async Task ResponseAsync(SipMessage response)
    {
        if (response.SequenceMethod == "BYE")
        {
            _acknowledgedBye.TrySetResult();
        }

        if (response.SequenceMethod is "INFO" or "REFER")
        {
            _acknowledgedInfo.TrySetResult();
        }

        if (response.SequenceMethod != "INVITE")
        {
            return;
        }

        if (response.Status == 401 && !_isAuthorised)
        {
            _isAuthorised = true;
            _final = response;
            await _phone.SendAsync(Request("ACK", _invite["Via"], 1), _pbx);
            _final = null;
            _invite = SipDigest.Authorised(_invite, response["WWW-Authenticate"], Interlocked.Increment(ref _sequence));
            await _phone.SendAsync(_invite, _pbx);
            return;
        }

        if (response["CSeq"] != _invite["CSeq"])
        {
            return;
        }

        _heardOf.TrySetResult();
        if (response.Status < 200)
        {
            if (response.Status is 180 or 183)
            {
                _ringing.TrySetResult();
            }

            return;
        }

        _final = response;
        var via = response.Status < 300
            ? string.Create(CultureInfo.InvariantCulture, $"SIP/2.0/UDP 127.0.0.1:{_phone.Port};branch=z9hG4bK{Guid.NewGuid():N};rport")
            : _invite["Via"];
        await _phone.SendAsync(Request("ACK", via, int.Parse(_invite["CSeq"].Split(' ')[0], CultureInfo.InvariantCulture)), _pbx);
        if (!_decided.TrySetResult(response.Status))
        {
            return;
        }

        if (response.Status >= 300)
        {
            _ended.TrySetResult();
        }
        else if (_isCancelled)
        {
            // The answer crossed the CANCEL: the call stands, and is ended as one.
            HangUp();
        }
        else
        {
            Voice.SpeakTo(response.Audio()!);
        }
    }

    private async Task RequestAsync(SipMessage request)
    {
        switch (request.Method)
        {
            case "ACK":
                _acknowledged.TrySetResult();
                break;
            case "INVITE" when request["CSeq"] == _invite["CSeq"]:
                if (_final is not null)
                {
                    await _phone.SendAsync(_final, _pbx);
                }

                break;
            case "INVITE":
                await _phone.SendAsync(SipReply.To(request, 200, _tag, ContactOf(_phone), SipReply.Sdp(Voice.Port)), _pbx);
                break;
            case "NOTIFY":
                await _phone.SendAsync(SipReply.To(request, 200, _tag, ContactOf(_phone)), _pbx);
                Note(request.Body);
                break;
            case "CANCEL":
                await _phone.SendAsync(SipReply.To(request, 200, _tag, null), _pbx);
                Decide(487);
                break;
            case "BYE":
                await _phone.SendAsync(SipReply.To(request, 200, _tag, null), _pbx);
                _acknowledged.TrySetResult();
                _ended.TrySetResult();
                Voice.Stop();
                break;
            default:
                await _phone.SendAsync(SipReply.To(request, 200, _tag, ContactOf(_phone)), _pbx);
                break;
        }
    }

    /// <summary>A phone whose transfer was done lets go.</summary>
    private void Note(string note)
    {
        lock (_notes)
        {
            _notes.Add(note);
            var noted = _noted;
            _noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            noted.TrySetResult();
        }

        if (note.StartsWith("SIP/2.0 200", StringComparison.Ordinal))
        {
            HangUp();
        }
    }

    /// <summary>A request inside the call, or about its invitation.</summary>
    private SipMessage Request(string method, string via, int sequence)
    {
        var uri = method == "CANCEL" || _final is null ? _invite.StartLine.Split(' ')[1] : ContactUri(_isIncoming ? _invite : _final);
        var own = _isIncoming ? $"{_invite["To"]};tag={_tag}" : _invite["From"];
        var other = _isIncoming ? _invite["From"] : method == "CANCEL" ? _invite["To"] : _final!["To"];
        return new SipMessage(
            $"{method} {(method == "ACK" && _final!.Status >= 300 ? _invite.StartLine.Split(' ')[1] : uri)} SIP/2.0",
            [("Via", via), ("From", own), ("To", other), ("Call-ID", CallId), ("CSeq", string.Create(CultureInfo.InvariantCulture, $"{sequence} {method}")), ("Max-Forwards", "70")],
            "");
    }

    private static string ContactUri(SipMessage message)
    {
        var contact = message["Contact"];
        var start = contact.IndexOf('<', StringComparison.Ordinal) + 1;
        return start == 0 ? contact : contact[start..contact.IndexOf('>', StringComparison.Ordinal)];
    }

    private static string ContactOf(SipEndpoint phone) => string.Create(CultureInfo.InvariantCulture, $"<sip:test@127.0.0.1:{phone.Port}>");

    /// <summary>Sends, and sends again, longer and longer apart, until it is known to have come.</summary>
    private void Repeat(SipMessage message, Task arrived) => _ = RepeatAsync(message, arrived);

    private async Task RepeatAsync(SipMessage message, Task arrived)
    {
        for (var (pause, i) = (FirstRepeat, 0); i < 6 && !arrived.IsCompleted; (pause, i) = (pause * 2, i + 1))
        {
            await _phone.SendAsync(message, _pbx);
            await Task.WhenAny(arrived, Task.Delay(pause));
        }
    }
}
