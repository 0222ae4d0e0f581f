using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The phones that can be dialled, and how each behaves.</summary>
internal sealed class PhoneBook
{
    private readonly Dictionary<DialTarget, Func<SimulatedPhone>> _phones = [];

    /// <summary>How numbers of the public network behave that were not set.</summary>
    public Func<PhoneNumber, SimulatedPhone> OtherNumbers { get; set; } = _ => SimulatedPhone.Unreachable;

    public void Set(DialTarget target, Func<SimulatedPhone> behaviour) => _phones[target] = behaviour;

    public SimulatedPhone Dial(DialTarget target)
    {
        if (_phones.TryGetValue(target, out var behaviour))
        {
            return behaviour();
        }

        return target is NumberTarget number ? OtherNumbers(number.Number) : SimulatedPhone.Unreachable;
    }
}
