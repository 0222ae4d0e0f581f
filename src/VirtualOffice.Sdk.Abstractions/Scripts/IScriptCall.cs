using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Scripts;

/// <summary>What a step of the host's own may do with a call. Only for the run it was given to.</summary>
public interface IScriptCall
{
    /// <summary>The call.</summary>
    CallRecord Call { get; }

    /// <summary>The company called.</summary>
    CompanyDefinition Company { get; }

    /// <summary>Plays a prompt to its end; false when it was not heard to its end, for example because the caller hung up.</summary>
    Task<bool> PlayAsync(Prompt prompt);

    /// <summary>Reads keys: ends at <c>#</c>, when there are enough, or after a pause. Null when the caller has hung up.</summary>
    /// <param name="prompt">What is played first; a key stops it. Null for nothing.</param>
    /// <param name="max">The most keys, 1 to 32.</param>
    /// <param name="pause">The longest pause before a key.</param>
    Task<string?> ReadKeysAsync(Prompt? prompt, int max, TimeSpan pause);

    /// <summary>Saves an answer; durable when it completes.</summary>
    Task SaveAsync(string field, string value);
}
