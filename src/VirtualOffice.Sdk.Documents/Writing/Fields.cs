using System.Globalization;
using System.Text.Json.Nodes;

namespace VirtualOffice.Sdk.Documents;

/// <summary>A mapping in the making: what is not set, and what says the default, is left out.</summary>
internal sealed class Fields
{
    public JsonObject Node { get; } = [];

    /// <summary>The mapping; null when nothing is in it.</summary>
    public JsonObject? OrNothing => Node.Count == 0 ? null : Node;

    public Fields Add(string name, JsonNode? value)
    {
        if (value is not (null or JsonArray { Count: 0 }))
        {
            Node[name] = value;
        }

        return this;
    }

    public Fields Add(string name, string? text) => Add(name, text is null ? null : (JsonNode)JsonValue.Create(text));

    public Fields Add(string name, int? number) => Add(name, number is { } set ? (JsonNode)JsonValue.Create(set) : null);

    /// <summary>Only <c>true</c> is said.</summary>
    public Fields Add(string name, bool isSet) => Add(name, isSet ? (JsonNode)JsonValue.Create(true) : null);

    public Fields Add(string name, TimeSpan time, TimeSpan usual) => Add(name, time == usual ? null : ShortTime.Of(time));

    public Fields Add(string name, TimeOnly time) => Add(name, Time(time));

    public Fields Add<T>(string name, T value, T usual, (string Name, T Value)[] choices)
        where T : struct =>
        Add(name, value.Equals(usual) ? null : NameOf(value, choices));

    public Fields Add<T>(string name, IEnumerable<T> items, Func<T, JsonNode?> write) => Add(name, List(items, write));

    /// <summary>A list of texts.</summary>
    public Fields AddTexts<T>(string name, IEnumerable<T> items)
        where T : notnull =>
        Add(name, items, i => JsonValue.Create(i.ToString()!));

    /// <summary>A list of texts that must be there, also when nothing is in it.</summary>
    public Fields AddAll<T>(string name, IEnumerable<T> items)
        where T : notnull
    {
        Node[name] = List(items, i => JsonValue.Create(i.ToString()!));
        return this;
    }

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];

    public static string? NameOf<T>(T value, (string Name, T Value)[] choices)
        where T : struct =>
        Array.Find(choices, c => c.Value.Equals(value)).Name;

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A beginning: midnight is written as the day alone.</summary>
    public static string? From(DateTime? time) => time is not { } at ? null : at.TimeOfDay == TimeSpan.Zero ? Day(at) : Moment(at);

    /// <summary>An end: midnight is written as the day before, which belongs to it whole.</summary>
    public static string? Until(DateTime? time) => time is not { } at ? null : at.TimeOfDay == TimeSpan.Zero && at > DateTime.MinValue ? Day(at.AddDays(-1)) : Moment(at);

    public static string? Moment(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
