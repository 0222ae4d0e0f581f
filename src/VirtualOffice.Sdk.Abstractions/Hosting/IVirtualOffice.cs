using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Supervision;

namespace VirtualOffice.Sdk;

/// <summary>A running virtual office; safe for concurrent use.</summary>
public interface IVirtualOffice : IAsyncDisposable
{
    /// <summary>Calls: live and past, and commands to those in conversation.</summary>
    ICalls Calls { get; }

    /// <summary>Operators and their states.</summary>
    IOperators Operators { get; }

    /// <summary>The companies served, in the version now in force.</summary>
    ICompanies Companies { get; }

    /// <summary>Who of the companies' people can be reached, and who is on call.</summary>
    IEmployees Employees { get; }

    /// <summary>Versions of companies: publishing, history, going back.</summary>
    ICompanyVersions CompanyVersions { get; }

    /// <summary>The companies' queues, and why calls are offered to whom.</summary>
    IQueues Queues { get; }

    /// <summary>Messages taken and how their delivery stands.</summary>
    IMessages Messages { get; }

    /// <summary>Callers nobody served, to be called back.</summary>
    ICallbacks Callbacks { get; }

    /// <summary>Stored recordings.</summary>
    IRecordings Recordings { get; }

    /// <summary>Supervisors who listen in on calls.</summary>
    ISupervision Supervision { get; }

    /// <summary>Who did what over others' heads.</summary>
    IAudit Audit { get; }

    /// <summary>What happens in the office, as it happens.</summary>
    IOfficeEvents Events { get; }

    /// <summary>Loads companies, recovers open calls and connects to the PBXs. A host with a generic host needs no call: a hosted service makes it.</summary>
    /// <exception cref="VirtualOfficeException">The composition is incomplete or the companies are invalid; the message names what to add or mend.</exception>
    Task StartAsync(CancellationToken cancellationToken = default);

    /// <summary>Stops commanding. Calls that are up stay up at the PBX and are found again by the next start.</summary>
    /// <param name="cancellationToken">Cancelled when there is no more time: then the task completes at once, and what was not finished is in the log.</param>
    Task StopAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells whether the office can take calls now, and if not, what it waits for.</summary>
    Task<OfficeReadiness> CheckReadinessAsync(CancellationToken cancellationToken = default);

    /// <summary>Draws up the office's books now. The office does so itself every 15 s, and raises <see cref="BooksAlarm"/> when they do not balance for a minute.</summary>
    /// <exception cref="Stores.StoreUnavailableException">A store is away.</exception>
    Task<OfficeBooks> DrawUpBooksAsync(CancellationToken cancellationToken = default);
}
