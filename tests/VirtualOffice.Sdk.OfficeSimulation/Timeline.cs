using System.Globalization;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Prints what happens in a run, line by line, in virtual time.</summary>
internal sealed class Timeline(TextWriter output)
{
    private readonly Dictionary<string, string> _short = [];

    public Func<TimeSpan> Elapsed { get; set; } = () => TimeSpan.Zero;

    /// <summary>Gives a long id a name that can be read: the first becomes <c>call 1</c>, and so on.</summary>
    public string Name(string id, string kind)
    {
        if (!_short.TryGetValue(id, out var name))
        {
            name = $"{kind} {_short.Values.Count(v => v.StartsWith(kind + " ", StringComparison.Ordinal)) + 1}";
            _short.Add(id, name);
        }

        return name;
    }

    /// <summary>A journal event without its time, which the line has.</summary>
    public static string Facts(CallEvent callEvent)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{{ At = {callEvent.At}");
        return string.Create(CultureInfo.InvariantCulture, $"{callEvent}").Replace(at + ", ", "{ ", StringComparison.Ordinal).Replace(at + " ", "{ ", StringComparison.Ordinal);
    }

    public void Write(string kind, string text)
    {
        foreach (var (id, name) in _short)
        {
            text = text.Replace(id, name, StringComparison.Ordinal);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Elapsed():hh\\:mm\\:ss\\.fff}  {kind,-8} {text}"));
    }
}
