using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Testing;

/// <summary>Somebody who calls a company in a scenario.</summary>
public sealed class ScenarioCaller
{
    private readonly ScenarioOffice _office;

    internal ScenarioCaller(ScenarioOffice office, string name, SimulatedParty party) => (_office, Name, Party) = (office, name, party);

    /// <summary>The caller's name in the scenario.</summary>
    public string Name { get; }

    /// <summary>The caller at the simulated PBX.</summary>
    public SimulatedParty Party { get; }

    /// <summary>Whether the caller is no longer on the line.</summary>
    public bool IsGone => Party.IsGone;

    /// <summary>The caller's call as the journal has it.</summary>
    /// <exception cref="ScenarioException">It is in no journal.</exception>
    public CallRecord Call => _office.FindCall(Party.Leg) ?? throw _office.Failure($"{Name}'s call should be in the journal, and is not.");

    /// <summary>Presses keys of the phone.</summary>
    public void Press(string digits)
    {
        _office.Note(Name, $"presses {digits}");
        Party.Press(digits);
        _office.Advance(TimeSpan.Zero);
    }

    /// <summary>Speaks for a while, which passes.</summary>
    public void Speak(TimeSpan duration)
    {
        _office.Note(Name, $"speaks for {ShortTimes.Of(duration)}");
        Party.Speak(duration);
        _office.Advance(duration);
    }

    /// <summary>Hangs up.</summary>
    public void HangUp()
    {
        _office.Note(Name, "hangs up");
        Party.HangUp();
        _office.Advance(TimeSpan.FromSeconds(1));
    }
}
