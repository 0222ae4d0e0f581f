using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Writes the rules by which a company's calls and messages are served.</summary>
internal static class RulesWriter
{
    public static JsonObject? Callers(CallerRules callers) => new Fields()
        .Add("known", callers.Known, k => new Fields()
            .Add("number", k.Number.ToString()).Add("name", k.Name).Add("priority", k.Priority, CallPriority.Normal, CallersReader.Priorities).Add("note", k.Note).Node)
        .AddTexts("blocked", callers.Blocked)
        .Add("anonymous", callers.Anonymous, AnonymousCallers.Accept, CallersReader.Treatments)
        .Add("redialWithin", callers.RedialWithin, TimeSpan.Zero).OrNothing;

    public static JsonObject? Queue(QueueRules queue)
    {
        var skills = new JsonObject();
        foreach (var (skill, level) in queue.Skills.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            skills[skill] = level;
        }

        return new Fields()
            .Add("strategy", queue.Strategy == QueueRules.Default.Strategy ? null : queue.Strategy)
            .Add("offer", queue.Offer, QueueRules.Default.Offer, QueueReader.Modes)
            .Add("backupsAfter", queue.BackupsAfter, t => JsonValue.Create(ShortTime.Of(t)))
            .Add("preferLastOperatorFor", queue.PreferLastOperatorFor, TimeSpan.Zero)
            .Add("wrapUp", queue.WrapUp, TimeSpan.Zero)
            .Add("weight", queue.Weight == QueueRules.Default.Weight ? null : (int?)queue.Weight)
            .Add("skills", skills.Count == 0 ? null : skills)
            .Add("whisper", Whisper(queue.Whisper))
            .Add("limits", queue.Limits, Limit).OrNothing;
    }

    public static JsonObject? Callbacks(CallbackRules callbacks) => new Fields()
        .Add("automatic", callbacks.Automatic)
        .Add("attempts", callbacks.Attempts == CallbackRules.Default.Attempts ? null : (int?)callbacks.Attempts)
        .Add("every", callbacks.Every, CallbackRules.Default.Every)
        .Add("within", callbacks.Within, CallbackRules.Default.Within).OrNothing;

    public static JsonObject? Dialling(DialPolicy policy) => new Fields()
        .AddTexts("allow", policy.Allow.Select(b => $"+{b}"))
        .AddTexts("deny", policy.Deny.Select(b => $"+{b}"))
        .Add("atOnce", policy.MaxAtOnce)
        .Add("perHour", policy.MaxPerHour)
        .Add("perDay", policy.MaxPerDay)
        .Add("show", policy.ShowsCaller, usual: false, DiallingReader.Shown).OrNothing;

    public static JsonObject? Transfers(TransferRules rules) => new Fields()
        .Add("progress", rules.Progress?.Name).Add("every", rules.ProgressEvery, TransferRules.Default.ProgressEvery).OrNothing;

    public static JsonObject? Recording(RecordingRules rules) => new Fields()
        .Add("mode", rules.Mode, RecordingRules.Default.Mode, RecordingReader.Modes)
        .Add("announce", rules.Announcement?.Name)
        .Add("resumeAfter", rules.ResumeAfter, RecordingRules.Default.ResumeAfter)
        .Add("inMessages", rules.InMessages, RecordingRules.Default.InMessages, RecordingReader.Ways).OrNothing;

    public static JsonNode Dispatch(DispatchRule rule) => new Fields()
        .Add("urgency", rule.Urgency is { } urgency ? Fields.NameOf(urgency, DispatchReader.Urgencies) : null)
        .Add("kind", rule.Kind is { } kind ? Fields.NameOf(kind, DispatchReader.Kinds) : null)
        .Add("away", rule.Away, AwayRecipients.Tell, DispatchReader.Aways)
        .Add("steps", rule.Steps, Step).Node;

    public static JsonObject? Template(MessageTemplate? template) => new Fields().Add("subject", template?.Subject).Add("body", template?.Body).OrNothing;

    public static JsonNode Digest(DigestRule digest) => new Fields().Add("at", digest.At).Add("to", digest.To).Add("by", digest.Channel).Node;

    private static JsonNode Step(DispatchStep step) => new Fields()
        .Add("to", step.Then.Count == 0 ? JsonValue.Create(step.To) : Fields.List([step.To, .. step.Then], t => JsonValue.Create(t)))
        .Add("by", step.Channel)
        .Add("after", step.After, TimeSpan.Zero)
        .Add("every", step.Times == 1 ? null : ShortTime.Of(step.Every))
        .Add("times", step.Times == 1 ? null : (int?)step.Times)
        .Add("quiet", PeopleWriter.Quiet(step.Quiet))
        .Add("hold", step.Hold).Node;

    private static JsonNode? Whisper(CompanyWhisper? whisper) => whisper is { Prompt: null, Text: null, Language: null }
        ? JsonValue.Create(WhisperReader.Name)
        : whisper is null ? null : new Fields().Add("prompt", whisper.Prompt?.Name).Add("text", whisper.Text).Add("language", whisper.Language).Node;

    private static JsonNode Limit(QueueLimit limit) => new Fields()
        .Add("when", Fields.NameOf(limit.When, QueueReader.Kinds))
        .Add("count", limit.Count == 0 ? null : (int?)limit.Count)
        .Add("time", limit.Time, TimeSpan.Zero)
        .Add("then", Fields.NameOf(limit.Then, QueueReader.Actions))
        .Add("to", limit.To?.Value)
        .Add("prompt", limit.Prompt?.Name).Node;
}
