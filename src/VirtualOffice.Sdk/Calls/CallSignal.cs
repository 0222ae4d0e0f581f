using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What comes into a call's mailbox.</summary>
internal abstract record CallSignal
{
    /// <summary>The PBX reports on one of the call's legs.</summary>
    internal sealed record FromLeg(LegEvent Event) : CallSignal;

    /// <summary>The phone of the operator who has the call calls somebody on a second line.</summary>
    internal sealed record PhoneCalls(LegOffered Offer) : CallSignal;

    /// <summary>The PBX is connected (again): what is true of the call's legs now.</summary>
    internal sealed record PbxSeen(PbxView View) : CallSignal;

    /// <summary>What the PBX has was looked at, as it is now and then.</summary>
    internal sealed record PbxChecked(PbxView View) : CallSignal;

    /// <summary>The connection to the PBX is lost; the call goes on there.</summary>
    internal sealed record PbxLost : CallSignal;

    /// <summary>The dispatch board offers the call to an operator.</summary>
    internal sealed record Offered(OfferId Offer, OperatorSnapshot Operator, int Ticket) : CallSignal;

    /// <summary>The call has reached a limit of the queue it waits in.</summary>
    internal sealed record Exited(QueueLimit Limit, int Ticket) : CallSignal;

    /// <summary>A deadline may be due; the stage looks at its own.</summary>
    internal sealed record Woken : CallSignal
    {
        public static Woken Instance { get; } = new();
    }

    /// <summary>A text that was to be read aloud is ready, or cannot be read.</summary>
    internal sealed record SpeechReady : CallSignal
    {
        public static SpeechReady Instance { get; } = new();
    }

    /// <summary>A paused recording may have to go on.</summary>
    internal sealed record RecordingDue : CallSignal
    {
        public static RecordingDue Instance { get; } = new();
    }

    /// <summary>Somebody outside wants something of the call.</summary>
    internal abstract record Command : CallSignal
    {
        /// <summary>Refuses the command.</summary>
        public abstract void Refuse(CallCommandException why);
    }

    /// <summary>A command with its answer. Whoever handles it completes it exactly once.</summary>
    internal abstract record Command<TAnswer> : Command
    {
        private readonly TaskCompletionSource<TAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TAnswer> Answer => _answer.Task;

        public void Complete(TAnswer answer) => _answer.TrySetResult(answer);

        public override void Refuse(CallCommandException why) => _answer.TrySetException(why);
    }

    /// <summary>A command that may carry an id, so that sending it again has no second effect.</summary>
    internal abstract record IdentifiedCommand<TAnswer>(CommandId? Id) : Command<TAnswer>
    {
        /// <summary>Says what is commanded.</summary>
        public abstract string Fingerprint { get; }
    }

    internal sealed record DeclineOffer(OperatorId Operator) : Command<bool>;

    internal sealed record Transfer(TransferRequest Request, CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => Request is { Kind: null, Leave: false, IfAway: AwayRule.Refuse }
            ? CallCommands.Fingerprint("transfer", Request.Target.ToString())
            : CallCommands.Fingerprint(["transfer", Request.Target.ToString(), Request.Kind?.ToString(), Request.Leave ? "leave" : null, .. AwayOf(Request)]);

        // A fingerprint without it is that of earlier versions.
        private static IEnumerable<string> AwayOf(TransferRequest request) => request.IfAway == AwayRule.Refuse ? [] : [request.IfAway.ToString()];
    }

    internal sealed record Consult(ConsultWith With, CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("consult", With.ToString());
    }

    internal sealed record CompleteTransfer(CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("complete transfer");
    }

    internal sealed record TakeBack(CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("take back");
    }

    internal sealed record TakeMessage(MessageDraft Draft, CommandId? Id) : IdentifiedCommand<Message>(Id)
    {
        public override string Fingerprint =>
            CallCommands.Fingerprint(["message", Draft.Employee?.Value, .. UrgencyOf(Draft), .. CorrectionOf(Draft), .. Draft.Fields.SelectMany(f => new[] { f.Name, f.Value })]);

        // No field has an empty name; and a routine message's fingerprint is that of earlier versions, as is that of one that corrects none.
        private static IEnumerable<string> UrgencyOf(MessageDraft draft) => draft.Urgency == MessageUrgency.Routine ? [] : ["", draft.Urgency.ToString()];

        private static IEnumerable<string> CorrectionOf(MessageDraft draft) => draft.Corrects is { } wrong ? ["", wrong.ToString()] : [];
    }

    internal sealed record PreviewMessage(MessageDraft Draft) : Command<MessagePreview>;

    internal sealed record SetHold(bool IsOnHold, CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("hold", IsOnHold ? "on" : "off");
    }

    internal sealed record SetMute(bool IsMuted, CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("mute", IsMuted ? "on" : "off");
    }

    internal sealed record SendDigits(string Digits, CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("digits", Digits);

        // Keys are often secrets.
        public override string ToString() => $"SendDigits {{ {Digits.Length} keys }}";
    }

    internal sealed record PauseRecording(bool IsPaused, CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("recording", IsPaused ? "paused" : "resumed");
    }

    internal sealed record OfferTo(OperatorId Operator, string By, CommandId? Id) : IdentifiedCommand<bool>(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("offer to", Operator.Value);
    }

    internal sealed record HangUp : Command<bool>;
}
