namespace VirtualOffice.Sdk.Scripts;

/// <summary>How the steps of a script lead to each other, as indexes.</summary>
internal sealed class ScriptGraph
{
    private readonly Script _script;
    private readonly IReadOnlyList<ScriptStepKind?> _kinds;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public ScriptGraph(Script script, IReadOnlyList<ScriptStepKind> kinds)
    {
        _script = script;
        _kinds = [.. script.Steps.Select(s => kinds.FirstOrDefault(k => k.Name == s.Kind))];
        for (var i = 0; i < script.Steps.Count; i++)
        {
            _indexes.TryAdd(script.Steps[i].Name, i);
        }
    }

    public ScriptStepKind? KindOf(int step) => _kinds[step];

    public int? IndexOf(string name) => _indexes.TryGetValue(name, out var index) ? index : null;

    /// <summary>The ways out of a step, those that are not set among them; a target that does not exist has no index.</summary>
    public IEnumerable<(string Exit, string? To)> ExitsOf(int step)
    {
        var definition = _script.Steps[step];
        foreach (var exit in definition.Exits)
        {
            yield return (exit.When ?? exit.On, exit.To);
        }

        foreach (var exit in _kinds[step]?.Exits ?? [])
        {
            if (definition.ExitTo(exit) is null && !_kinds[step]!.OptionalExits.Contains(exit, StringComparer.Ordinal))
            {
                yield return (exit, definition.ExitTo(ScriptExit.Next) ?? (step + 1 < _script.Steps.Count ? _script.Steps[step + 1].Name : null));
            }
        }
    }

    public IEnumerable<int> After(int step) => After(step, null);

    /// <summary>The steps that a call can come to from one.</summary>
    /// <param name="from">Where it is.</param>
    /// <param name="follow">Which exits of which steps are taken; all of them when null.</param>
    public HashSet<int> Reachable(int from, Func<int, string, bool>? follow = null)
    {
        var (seen, open) = (new HashSet<int>(), new Stack<int>([from]));
        while (open.TryPop(out var step))
        {
            if (seen.Add(step))
            {
                foreach (var next in After(step, follow))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    private IEnumerable<int> After(int step, Func<int, string, bool>? follow) =>
        ExitsOf(step).Where(e => follow?.Invoke(step, e.Exit) ?? true).Select(e => e.To is { } to ? IndexOf(to) : null).OfType<int>().Distinct();

    /// <summary>Whether the call may end in a step, go to a person, or come to the end of the script.</summary>
    public bool MayEnd(int step) => _kinds[step] is not { } kind || kind.MayEnd || ExitsOf(step).Any(e => e.To is null);
}
