using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads whether a company's calls are recorded, and how callers are told.</summary>
internal sealed class RecordingReader(DocumentReader reader)
{
    internal static readonly (string Name, RecordingMode Mode)[] Modes = [("all", RecordingMode.All), ("operator", RecordingMode.Operator), ("none", RecordingMode.None)];

    internal static readonly (string Name, MessageRecording Way)[] Ways = [("attach", MessageRecording.Attached), ("link", MessageRecording.Linked)];

    public RecordingRules Read(DocumentNode? node)
    {
        if (node is null || reader.Fields(node, "mode", "announce", "resumeAfter", "inMessages") is not { } fields)
        {
            return RecordingRules.Default;
        }

        var rules = new RecordingRules
        {
            Mode = reader.TryChoose(fields.GetValueOrDefault("mode"), Modes, out var mode) ? mode : RecordingMode.All,
            Announcement = PromptReader.TryRead(reader, fields.GetValueOrDefault("announce"), out var prompt) ? prompt : null,
            InMessages = reader.TryChoose(fields.GetValueOrDefault("inMessages"), Ways, out var way) ? way : MessageRecording.Attached,
        };
        return ShortTime.TryRead(reader, fields.GetValueOrDefault("resumeAfter"), TimeSpan.FromSeconds(5), TimeSpan.FromHours(1), out var after) ? rules with { ResumeAfter = after } : rules;
    }
}
