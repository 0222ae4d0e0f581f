namespace VirtualOffice.Sdk.Calls;

/// <summary>Who or what serves the caller.</summary>
public enum CallSegmentKind
{
    /// <summary>Intake, prompts, a voice message.</summary>
    Automated,

    /// <summary>Waiting for an operator.</summary>
    Queue,

    /// <summary>An operator.</summary>
    Operator,

    /// <summary>Waiting while an employee is dialled.</summary>
    Transfer,

    /// <summary>An employee.</summary>
    Employee,
}
