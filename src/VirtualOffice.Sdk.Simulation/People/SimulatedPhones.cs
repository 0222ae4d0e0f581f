using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The phones of operators and employees.</summary>
internal sealed class SimulatedPhones(IReadOnlyList<SimulatedPbx> pbxs, TakenSeats taken, SimulatedPeopleOptions options, Chance chance)
{
    private readonly Deck<PhoneReaction> _employees = new(
        chance,
        [
            (PhoneReaction.Answer, options.EmployeeAnswersWeight),
            (PhoneReaction.Busy, options.EmployeeBusyWeight),
            (PhoneReaction.Ignore, options.EmployeeIgnoresWeight),
            (PhoneReaction.Reject, options.EmployeeRejectsWeight),
            (PhoneReaction.Unreachable, options.EmployeeUnreachableWeight),
        ]);

    /// <summary>Connects an operator's phone to every PBX.</summary>
    public void ConnectOperator(OperatorId op, DeviceId device)
    {
        foreach (var pbx in pbxs)
        {
            pbx.SetPhone(new DeviceTarget(device), () => OperatorsPhone(op));
        }
    }

    /// <summary>Gives every number of the public network an employee.</summary>
    public void ConnectEmployees()
    {
        foreach (var pbx in pbxs)
        {
            pbx.SetOtherNumbers(_ => EmployeesPhone());
        }
    }

    private SimulatedPhone OperatorsPhone(OperatorId op)
    {
        if (taken.IsTaken(op))
        {
            return SimulatedPhone.NeverAnswers;
        }

        if (chance.Happens(options.OperatorRejects))
        {
            return SimulatedPhone.Rejects(chance.Draw(options.OperatorRings));
        }

        return chance.Happens(options.OperatorMisses) ? SimulatedPhone.NeverAnswers : SimulatedPhone.Answers(chance.Draw(options.OperatorRings));
    }

    private SimulatedPhone EmployeesPhone() => new()
    {
        Reaction = _employees.Deal(),
        Rings = chance.Draw(options.EmployeeRings),
        Talks = chance.Draw(options.EmployeeTalks),
        Presses = chance.Happens(options.EmployeeAccepts) ? "1" : null,
    };
}
