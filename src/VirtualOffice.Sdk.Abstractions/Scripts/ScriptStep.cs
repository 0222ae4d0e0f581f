using System.Collections.Immutable;
using System.Globalization;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>A step of a script: what is done is its kind's, how is in its settings. Immutable.</summary>
/// <param name="Name">The name, unique in the script.</param>
/// <param name="Kind">The kind, such as <c>say</c> or <c>menu</c>; see <see cref="ScriptSteps"/>.</param>
public sealed record ScriptStep(string Name, string Kind)
{
    /// <summary>The settings: the texts of each, one for most.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Settings { get; init => field = value ?? ImmutableDictionary<string, IReadOnlyList<string>>.Empty; } = ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The ways out, in the order in which conditions are looked at.</summary>
    public IReadOnlyList<ScriptExit> Exits { get; init => field = value ?? []; } = [];

    /// <summary>What the step's field may hold, as the setting <c>type</c> says; text by default.</summary>
    public ScriptFieldType FieldType => Enum.TryParse<ScriptFieldType>(Text("type"), ignoreCase: true, out var type) ? type : ScriptFieldType.Text;

    /// <summary>The texts of a setting; none when it is not set.</summary>
    public IReadOnlyList<string> Texts(string setting) => Settings.TryGetValue(setting, out var texts) ? texts : [];

    /// <summary>The text of a setting; null when it is not set.</summary>
    public string? Text(string setting) => Texts(setting) is [var text, ..] ? text : null;

    /// <summary>Whether a setting is <c>true</c>.</summary>
    public bool Flag(string setting) => Text(setting) == "true";

    /// <summary>A setting that is a whole number; null when it is not set.</summary>
    public int? Whole(string setting) => int.TryParse(Text(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A setting that is a time, such as <c>90s</c>, <c>2m</c> or <c>1h</c>; null when it is not set.</summary>
    public TimeSpan? Time(string setting) => Text(setting) is { Length: > 1 } text
        && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? text[^1] switch { 's' => TimeSpan.FromSeconds(number), 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), _ => null }
        : null;

    /// <summary>The name of the step an exit leads to; null when it is not set.</summary>
    public string? ExitTo(string on) => Exits.FirstOrDefault(e => e.On == on)?.To;

    /// <summary>The step with a setting.</summary>
    public ScriptStep With(string setting, params IReadOnlyList<string> texts) =>
        this with { Settings = Settings.ToImmutableDictionary(StringComparer.Ordinal).SetItem(setting, texts) };

    /// <summary>The step with a way out.</summary>
    /// <param name="on">What takes it.</param>
    /// <param name="to">The step it leads to.</param>
    public ScriptStep To(string on, string to) => this with { Exits = [.. Exits, new ScriptExit(on, to)] };

    /// <summary>The step with a way out that a condition takes.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="to">The step it leads to.</param>
    public ScriptStep If(string condition, string to) => this with { Exits = [.. Exits, new ScriptExit(ScriptExit.If, to, condition)] };
}
