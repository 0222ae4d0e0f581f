using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Something to be noted of a call, whatever its stage: it changes nothing for the caller, and is journaled even of a call that has ended.</summary>
internal abstract record CallNote(CommandId? Id) : CallSignal.IdentifiedCommand<bool>(Id)
{
    /// <summary>The entry of the journal.</summary>
    public abstract CallEvent EventAt(DateTimeOffset now);

    internal sealed record SetDisposition(CallDisposition Disposition, CommandId? Id) : CallNote(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("disposition", Disposition.Code, Disposition.Note, Disposition.By?.Value);

        public override CallEvent EventAt(DateTimeOffset now) => new DispositionSet(now, Disposition);
    }

    internal sealed record SaveDraft(IReadOnlyList<MessageField> Fields, CommandId? Id) : CallNote(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint(["draft", .. Fields.SelectMany(f => new[] { f.Name, f.Value })]);

        public override CallEvent EventAt(DateTimeOffset now) => new DraftSaved(now, Fields);
    }

    internal sealed record NoteQuestion(AskedQuestion Question, CommandId? Id) : CallNote(Id)
    {
        public override string Fingerprint => CallCommands.Fingerprint("question", Question.Key, Question.Text, Question.IsAnswered ? "answered" : "unanswered", Question.By?.Value);

        public override CallEvent EventAt(DateTimeOffset now) => new QuestionAsked(now, Question);
    }
}
