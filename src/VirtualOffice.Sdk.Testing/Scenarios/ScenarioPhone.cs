using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>A phone of an operator, an employee or anybody else in a scenario: how it behaves when it is dialled.</summary>
public sealed class ScenarioPhone
{
    /// <summary>How long a phone is taken to ring once.</summary>
    public static readonly TimeSpan Ring = TimeSpan.FromSeconds(5);

    private readonly ScenarioOffice _office;
    private SimulatedPhone _behaviour;

    internal ScenarioPhone(ScenarioOffice office, string name, DialTarget target, SimulatedPhone behaviour)
    {
        (_office, Name, Target, _behaviour) = (office, name, target, behaviour);
        office.Pbx.SetPhone(target, () => _behaviour);
    }

    /// <summary>Whose it is.</summary>
    public string Name { get; }

    /// <summary>The number or device.</summary>
    public DialTarget Target { get; }

    /// <summary>When it was dialled.</summary>
    public IReadOnlyList<DateTimeOffset> Dialled =>
        [.. _office.Pbx.EndedParties.Concat(_office.Pbx.Parties).Where(p => p.Target == Target).Select(p => p.StartedAt).Order()];

    /// <summary>Who is at the phone now; null when no line to it is up.</summary>
    public SimulatedParty? Party => _office.Pbx.Parties.LastOrDefault(p => p.Target == Target);

    /// <summary>It is answered from now on.</summary>
    /// <param name="after">How long it rings before.</param>
    /// <param name="presses">The keys pressed after the answer; null for none.</param>
    /// <param name="pressesAfter">How long after the answer they are pressed; 2 s by default.</param>
    /// <param name="hangsUpAfter">How long after the answer it hangs up; null for never.</param>
    public void Answers(TimeSpan after, string? presses = null, TimeSpan? pressesAfter = null, TimeSpan? hangsUpAfter = null)
    {
        var keys = presses is null ? "" : $" and presses {presses}";
        Behave(
            SimulatedPhone.Answers(after, hangsUpAfter) with { Presses = presses, PressesAfter = pressesAfter ?? TimeSpan.FromSeconds(2) },
            $"answers after {ShortTimes.Of(after)}{keys}, from now on");
    }

    /// <summary>Its owner declines from now on.</summary>
    public void Declines(TimeSpan after) => Behave(SimulatedPhone.Rejects(after), "declines, from now on");

    /// <summary>It is busy from now on.</summary>
    public void IsBusy() => Behave(SimulatedPhone.Busy, "is busy, from now on");

    /// <summary>It rings and nobody answers, from now on.</summary>
    public void NeverAnswers() => Behave(SimulatedPhone.NeverAnswers, "is not answered, from now on");

    /// <summary>It is switched off or does not exist, from now on.</summary>
    public void IsUnreachable() => Behave(SimulatedPhone.Unreachable, "cannot be reached, from now on");

    /// <summary>Whoever is at the phone presses keys.</summary>
    public void Press(string digits)
    {
        _office.Note(Name, $"presses {digits}");
        AtThePhone("press keys").Press(digits);
        _office.Advance(TimeSpan.Zero);
    }

    /// <summary>Whoever is at the phone hangs up.</summary>
    public void HangUp()
    {
        _office.Note(Name, "hangs up");
        AtThePhone("hang up").HangUp();
        _office.Advance(TimeSpan.FromSeconds(1));
    }

    private SimulatedParty AtThePhone(string what) => Party ?? throw _office.Failure($"{Name} cannot {what}: nobody is on that phone.");

    private void Behave(SimulatedPhone behaviour, string what)
    {
        _office.Note(Name, what);
        _behaviour = behaviour;
    }
}
