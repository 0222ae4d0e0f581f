using System.Globalization;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A scenario of a document: what people do, and what must come of it.</summary>
public sealed class Scenario
{
    private readonly string _folder;

    internal Scenario(string folder, string file, int line, string name, DateTimeOffset? startAt, TimeZoneInfo? timeZone, IReadOnlyList<ScenarioStep> steps) =>
        (_folder, File, Line, Name, StartAt, TimeZone, Steps) = (folder, file, line, name, startAt, timeZone, steps);

    /// <summary>What it is about.</summary>
    public string Name { get; }

    /// <summary>The name of the file it stands in.</summary>
    public string File { get; }

    /// <summary>Its line in the file.</summary>
    public int Line { get; }

    /// <summary>When it begins; null when that does not matter.</summary>
    public DateTimeOffset? StartAt { get; }

    /// <summary>The zone of its times; null for that of the first company.</summary>
    public TimeZoneInfo? TimeZone { get; }

    /// <summary>Its sentences, in order.</summary>
    public IReadOnlyList<ScenarioStep> Steps { get; }

    /// <summary>Opens an office, and carries the sentences out in it.</summary>
    /// <param name="configure">Changes how the office is made, for what the host adds to it; null for nothing.</param>
    /// <exception cref="ScenarioException">Something was not as it should be; the message names file, line and sentence.</exception>
    /// <exception cref="Companies.OfficeDefinitionException">A document of a company is wrong.</exception>
    public void Run(Action<ScenarioOptions>? configure = null)
    {
        var options = new ScenarioOptions { Folder = _folder, TimeZone = TimeZone };
        options.StartAt = StartAt ?? options.StartAt;
        configure?.Invoke(options);
        using var office = new ScenarioOffice(options);
        foreach (var step in Steps)
        {
            try
            {
                office.Do(step.Sentence);
            }
            catch (ScenarioException e)
            {
                throw new ScenarioException(Place(step, e.Problem), office.Timeline, e.InnerException);
            }
            catch (Exception e)
            {
                throw new ScenarioException(Place(step, e.Message), office.Timeline, e);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private string Place(ScenarioStep step, string problem) => string.Create(CultureInfo.InvariantCulture, $"{File}:{step.Line}: {Name}: {problem}");
}
