using System.Globalization;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Times as scenarios write them: <c>90s</c>, <c>40 s</c>, <c>1.5 m</c>, <c>2 hours</c>.</summary>
internal static class ShortTimes
{
    /// <summary>A time, in a regular expression.</summary>
    public const string Pattern = @"\d{1,6}(?:\.\d{1,3})? ?(?:seconds?|minutes?|hours?|days?|s|m|h|d)";

    public static TimeSpan Parse(string text)
    {
        var unit = text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ');
        var number = double.Parse(text[..^unit.Length], CultureInfo.InvariantCulture);
        return unit[0] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 120 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s"),
        { TotalMinutes: < 120 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.##} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.##} h"),
    };
}
