using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Json;

/// <summary>Writes a <see cref="WeekdayOfMonth"/> as its text. Public so that generated serializers of other assemblies can use it.</summary>
public sealed class WeekdayOfMonthJsonConverter : StringJsonConverter<WeekdayOfMonth>
{
    /// <inheritdoc/>
    protected override WeekdayOfMonth Parse(string text) => WeekdayOfMonth.Parse(text);
}
