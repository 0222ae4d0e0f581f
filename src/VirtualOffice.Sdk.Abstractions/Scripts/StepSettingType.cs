namespace VirtualOffice.Sdk.Scripts;

/// <summary>What a setting of a step holds.</summary>
public enum StepSettingType
{
    /// <summary>A text for the operator; placeholders such as <c>{caller.name}</c> and <c>{topic}</c> are filled in.</summary>
    Text,

    /// <summary>A recorded prompt, by name.</summary>
    Prompt,

    /// <summary>The field that the step fills.</summary>
    Field,

    /// <summary>Fields that the step reads.</summary>
    Fields,

    /// <summary>What a field may hold: the name of a <see cref="ScriptFieldType"/>.</summary>
    FieldType,

    /// <summary>A list of texts.</summary>
    Words,

    /// <summary>One of the setting's choices.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A time in seconds.</summary>
    Time,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>An employee, by id.</summary>
    Employee,

    /// <summary>A list of employees, by id.</summary>
    Employees,

    /// <summary>A call type, by id.</summary>
    CallType,

    /// <summary>A language tag.</summary>
    Language,

    /// <summary>Keys of the phone, each with the step it leads to.</summary>
    Keys,

    /// <summary>Conditions, each with the step it leads to.</summary>
    Conditions,

    /// <summary>To whom a caller is transferred, as a <see cref="Calls.TransferTarget"/> is written: an employee, <c>group:ID</c>, <c>on-call:ID</c> or <c>number:+78124540101</c>.</summary>
    Target,

    /// <summary>A list of those to whom a caller is transferred.</summary>
    Targets,
}
