using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads how a company's callers are called back.</summary>
internal sealed class CallbacksReader(DocumentReader reader)
{
    internal static readonly (string Name, bool Value)[] Truths = [("true", true), ("false", false)];

    public CallbackRules Read(DocumentNode node)
    {
        if (reader.Fields(node, "automatic", "attempts", "every", "within") is not { } fields)
        {
            return CallbackRules.Default;
        }

        var usual = CallbackRules.Default;
        return new CallbackRules
        {
            Automatic = reader.TryChoose(fields.GetValueOrDefault("automatic"), Truths, out var automatic) && automatic,
            Attempts = reader.TryWhole(fields.GetValueOrDefault("attempts"), 1, 10, out var attempts) ? attempts : usual.Attempts,
            Every = ShortTime.TryRead(reader, fields.GetValueOrDefault("every"), TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), out var every) ? every : usual.Every,
            Within = ShortTime.TryRead(reader, fields.GetValueOrDefault("within"), TimeSpan.FromMinutes(10), TimeSpan.FromDays(7), out var within) ? within : usual.Within,
        };
    }
}
