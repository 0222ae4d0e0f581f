namespace VirtualOffice.Sdk.Scripts;

/// <summary>Checks a script as a whole: that every step can be come to and left for good, and that a caller without an operator is never asked what only an operator can write down.</summary>
internal sealed class FlowChecks(int index, Script script, ScriptGraph graph, List<ScriptProblem> problems)
{
    private static readonly ScriptFieldType[] Keyed = [ScriptFieldType.Phone, ScriptFieldType.Choice, ScriptFieldType.Date, ScriptFieldType.Number];

    public void Check()
    {
        var reachable = graph.Reachable(0);
        var alone = graph.Reachable(0, (step, exit) => script.Steps[step].Kind != "queue" || exit == "left");
        for (var i = 0; i < script.Steps.Count; i++)
        {
            if (!reachable.Contains(i))
            {
                Problem(i, "", $"step '{script.Steps[i].Name}', to which nothing leads", "a step that another leads to");
                continue;
            }

            if (!graph.Reachable(i).Any(graph.MayEnd))
            {
                Problem(i, "", $"step '{script.Steps[i].Name}', from which the call never comes to an end", "a way to a hangup, a transfer, a message, a queue, or the end of the script");
            }
            else if (IsSpinning(i))
            {
                Problem(i, "", $"step '{script.Steps[i].Name}' in a circle in which nothing is said or asked", "a say, ask, menu, play or other step in it that takes time");
            }

            if (alone.Contains(i))
            {
                CheckAlone(i);
            }
        }
    }

    /// <summary>What must hold of a step that a caller comes to before there is an operator.</summary>
    private void CheckAlone(int i)
    {
        var (step, kind) = (script.Steps[i], graph.KindOf(i)!);
        const string Queue = "a queue step before it, so that there is an operator";
        if (kind.NeedsOperator)
        {
            Problem(i, "do", $"'{kind.Name}' for a caller without an operator", Queue);
        }
        else if (kind.Name == "ask" && !Keyed.Contains(step.FieldType))
        {
            Problem(i, "type", $"a field of type {step.FieldType.ToString().ToLowerInvariant()} for a caller without an operator", $"what can be keyed in: {string.Join(", ", Keyed).ToLowerInvariant()}; or {Queue}");
        }
        else if (kind.IsHeard && kind.FindSetting("prompt") is not null && step.Text("prompt") is null)
        {
            Problem(i, "prompt", "nothing for a caller without an operator to hear", $"the name of a prompt the PBX knows; or {Queue}");
        }

        // A queue's next is for the operator; the script may end with it.
        if (step.Kind != "queue" && graph.ExitsOf(i).FirstOrDefault(e => e.To is null) is { Exit: { } exit })
        {
            Problem(i, exit, "nothing, at the end of the script", "the name of the step it goes on with, for example of a hangup");
        }
    }

    private bool IsSpinning(int start)
    {
        bool IsAutomatic(int step) => graph.KindOf(step) is { IsAutomatic: true } && script.Steps[step].Kind != "queue";
        return IsAutomatic(start) && graph.After(start).Any(next => IsAutomatic(next) && graph.Reachable(next, (step, _) => IsAutomatic(step)).Where(IsAutomatic).Any(step => graph.After(step).Contains(start)) || next == start);
    }

    private void Problem(int step, string field, string found, string allowed) => problems.Add(new ScriptProblem(index, step, field, found, allowed));
}
