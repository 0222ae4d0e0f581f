using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>Chooses the script of a call.</summary>
public static class ScriptSelection
{
    /// <summary>The narrowest script that fits; null when none does, and the office's own course is taken.</summary>
    public static Script? Find(CompanyDefinition company, CallTypeId? callType, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(company);
        return company.Scripts
            .Where(s => Fits(company, s, callType, isOpen))
            .OrderByDescending(s => (IsOfType(company, s) ? 2 : 0) + (s.When.Hours == ScriptHours.Any ? 0 : 1))
            .FirstOrDefault();
    }

    private static bool Fits(CompanyDefinition company, Script script, CallTypeId? callType, bool isOpen) =>
        (!IsOfType(company, script) || TypesOf(company, script).Any(t => t == callType))
        && script.When.Hours switch { ScriptHours.Open => isOpen, ScriptHours.Closed => !isOpen, _ => true };

    /// <summary>Whether the script is for some call types only.</summary>
    private static bool IsOfType(CompanyDefinition company, Script script) => TypesOf(company, script).Any();

    /// <summary>The call types a script is for, whichever of the two says so; none for all.</summary>
    internal static IEnumerable<CallTypeId> TypesOf(CompanyDefinition company, Script script) => script.When.CallType is { } type
        ? company.CallTypes.Where(t => t.Script == script.Name).Select(t => t.Id).Append(type)
        : company.CallTypes.Where(t => t.Script == script.Name).Select(t => t.Id);
}
