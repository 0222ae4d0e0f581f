namespace VirtualOffice.Sdk.Calls;

/// <summary>The kinds of <see cref="CallCommandException"/>.</summary>
public enum CallCommandError
{
    /// <summary>There is no such call.</summary>
    UnknownCall,

    /// <summary>The company has no such employee.</summary>
    UnknownEmployee,

    /// <summary>The employee is away; the message says why, until when and who stands in. Ask again with another <see cref="AwayRule"/>.</summary>
    EmployeeAway,

    /// <summary>There is nobody to dial: a group or an on-call list without members who can be reached, or an employee without a number.</summary>
    NobodyToDial,

    /// <summary>The company's dial policy does not allow the number.</summary>
    NotAllowed,

    /// <summary>The call is in a stage in which this cannot be done.</summary>
    WrongStage,

    /// <summary>The command's content is not valid.</summary>
    Invalid,

    /// <summary>The command's id was used before, for another command.</summary>
    Conflict,

    /// <summary>The office is stopping, or too busy to take the command.</summary>
    Unavailable,
}
