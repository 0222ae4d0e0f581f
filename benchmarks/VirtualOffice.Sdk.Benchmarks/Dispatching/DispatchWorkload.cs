using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Benchmarks.Dispatching;

/// <summary>500 companies, 2,000 operators with five companies each, and arrivals spread evenly; the same for every dispatcher.</summary>
public sealed class DispatchWorkload
{
    private const int Companies = 500;
    private const int Staff = 2_000;

    private readonly Random _random = new(42);

    public DispatchWorkload()
    {
        CompanyIds = [.. Enumerable.Range(0, Companies).Select(i => CompanyId.Parse($"c{i}"))];
        Operators =
        [
            .. Enumerable.Range(0, Staff).Select(p => new OperatorDefinition(
                OperatorId.Parse($"p{p}"),
                $"p{p}",
                DeviceId.Parse($"d{p}"),
                [.. Enumerable.Range(0, OperatorDefinition.MaxCompanies).Select(k => CompanyIds[(p + (k * 97)) % Companies])])),
        ];
    }

    public IReadOnlyList<CompanyId> CompanyIds { get; }

    public IReadOnlyList<OperatorDefinition> Operators { get; }

    public DateTimeOffset Start { get; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public CompanyId NextCompany() => CompanyIds[_random.Next(Companies)];

    public static CallId Call(int number) => new(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));
}
