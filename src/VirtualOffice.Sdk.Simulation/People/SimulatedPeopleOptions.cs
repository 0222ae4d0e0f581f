namespace VirtualOffice.Sdk.Simulation;

/// <summary>How the people around an office behave. Shares are from 0 to 1, weights are relative to each other.</summary>
public sealed class SimulatedPeopleOptions
{
    /// <summary>The seed of everything the people do; null draws one from the office's own source of chance.</summary>
    public int? Seed { get; set; }

    /// <summary>How many people call in a minute, on average; 16 by default.</summary>
    public double CallsPerMinute { get; set; } = 16;

    /// <summary>The share of callers whose caller id is odd: withheld, no number, full of markup; 0.1 by default.</summary>
    public double OddCallerIds { get; set; } = 0.1;

    /// <summary>How long callers wait for a person before they hang up.</summary>
    public TimeRange Patience { get; set; } = TimeRange.Seconds(20, 90);

    /// <summary>The weight of callers who only ask something; 3 by default.</summary>
    public int QuestionWeight { get; set; } = 3;

    /// <summary>The weight of callers who want to speak to somebody of the company; 4 by default.</summary>
    public int TransferWeight { get; set; } = 4;

    /// <summary>The weight of callers who leave a message with the operator; 2 by default.</summary>
    public int MessageWeight { get; set; } = 2;

    /// <summary>The weight of callers who hang up at once; 1 by default.</summary>
    public int ImpatientWeight { get; set; } = 1;

    /// <summary>The weight of callers who dial a number that no company has; 1 by default.</summary>
    public int WrongNumberWeight { get; set; } = 1;

    /// <summary>The share of callers who leave a voice message when they are asked to; the others hang up at the beep. 0.7 by default.</summary>
    public double VoiceMessages { get; set; } = 0.7;

    /// <summary>How long voice messages are.</summary>
    public TimeRange VoiceMessage { get; set; } = TimeRange.Seconds(4, 15);

    /// <summary>How long callers who want something wait with an operator who does nothing about it.</summary>
    public TimeRange OperatorMayTake { get; set; } = TimeRange.Seconds(60, 90);

    /// <summary>How long operators talk before they do what the caller wants.</summary>
    public TimeRange OperatorTalks { get; set; } = TimeRange.Seconds(3, 8);

    /// <summary>How long operators let their phone ring.</summary>
    public TimeRange OperatorRings { get; set; } = TimeRange.Seconds(1, 4);

    /// <summary>The share of calls that operators decline; 0.04 by default.</summary>
    public double OperatorRejects { get; set; } = 0.04;

    /// <summary>The share of calls that operators miss; 0.04 by default.</summary>
    public double OperatorMisses { get; set; } = 0.04;

    /// <summary>How long an operator works between breaks, on average; 3 min by default.</summary>
    public TimeSpan BreakEvery { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long breaks are.</summary>
    public TimeRange Break { get; set; } = TimeRange.Seconds(10, 30);

    /// <summary>How long employees let their phone ring.</summary>
    public TimeRange EmployeeRings { get; set; } = TimeRange.Seconds(1, 4);

    /// <summary>How long employees talk.</summary>
    public TimeRange EmployeeTalks { get; set; } = TimeRange.Seconds(4, 12);

    /// <summary>The weight of an employee answering; 7 by default.</summary>
    public int EmployeeAnswersWeight { get; set; } = 7;

    /// <summary>The weight of an employee being busy; 2 by default.</summary>
    public int EmployeeBusyWeight { get; set; } = 2;

    /// <summary>The weight of an employee not answering; 1 by default.</summary>
    public int EmployeeIgnoresWeight { get; set; } = 1;

    /// <summary>The weight of an employee declining; 1 by default.</summary>
    public int EmployeeRejectsWeight { get; set; } = 1;

    /// <summary>How likely an employee who answers presses 1, where that is asked for: 0 to 1; 0.8 by default.</summary>
    public double EmployeeAccepts { get; set; } = 0.8;

    /// <summary>The weight of an employee who cannot be reached; 1 by default.</summary>
    public int EmployeeUnreachableWeight { get; set; } = 1;
}
