using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>
/// A company with three operators and 1,000 calls a day, as a whole: the office as a host runs it, with its journal, its board and its outbox, on a simulated PBX and in virtual time. Callers ask,
/// are transferred, leave messages, hang up, and dial wrong; operators miss and decline, and take breaks; employees are reached or not. Voice messages are recorded; whole calls are not, because
/// a year of tones would be 300 GB. The way to the PBX and back takes no time.
/// </summary>
internal sealed class CompanyYear
{
    public const int CallsADay = 1_000;

    private static readonly CompanyId s_fox = CompanyId.Parse("fox-travel");

    private readonly SimulatedWorld _world = new(seed: 42, new SimulatedWorldOptions { MaxSteps = long.MaxValue });
    private readonly SimulatedHost _host;
    private readonly ServiceProvider _services;

    public CompanyYear()
    {
        _host = _world.AddHost();
        var pbx = new SimulatedPbx(_world.Runtime, options: new SimulatedPbxOptions { MaxCommandLatency = TimeSpan.Zero, MaxEventLatency = TimeSpan.Zero });
        _services = new ServiceCollection()
            .AddVirtualOffice(office => office
                .UseRuntime(_host.Runtime)
                .AddSimulatedPbx(pbx)
                .AddSimulatedPeople(people => (people.CallsPerMinute, people.BreakEvery, people.Break) = (CallsADay / (24.0 * 60), TimeSpan.FromHours(2), TimeRange.Seconds(300, 900)))
                .UseInMemoryStores()
                .AddCompanies(Define())
                .Services.AddSingleton<IRecordingStore>(new Recordings()).AddSingleton<INotificationChannel>(new Mail()))
            .BuildServiceProvider();
        var (theOffice, people) = (_services.GetRequiredService<IVirtualOffice>(), _services.GetRequiredService<SimulatedPeople>());
        _world.Run(() => _host.Start(async () =>
        {
            await theOffice.StartAsync();
            await people.StartAsync(CancellationToken.None);
        }));
    }

    /// <summary>How many tasks were run.</summary>
    public long Steps => _world.Scheduler.Steps;

    public void Run(TimeSpan time) => _world.RunFor(time);

    /// <summary>The calls in the journal, and what became of them.</summary>
    public CallCounts Count() => _services.GetRequiredService<ICallIndex>().CountAsync(DateTimeOffset.MinValue, CancellationToken.None).GetAwaiter().GetResult();

    private static OfficeDefinition Define() => new(
        [
            new CompanyDefinition
            {
                Id = s_fox,
                Name = "Fox Travel",
                Version = "1",
                Numbers = [PhoneNumber.Parse("+78124540001")],
                MessagesTo = "office@fox.example",
                Recording = new RecordingRules { Mode = RecordingMode.None },
                Employees = [.. Enumerable.Range(1, 5).Select(n => new Employee(EmployeeId.Parse($"emp{n}"), $"Employee {n}", $"emp{n}@fox.example", [PhoneNumber.Parse($"+7921454010{n}"), PhoneNumber.Parse($"+7921454020{n}")]))],
            },
        ],
        [.. Enumerable.Range(1, 3).Select(n => new OperatorDefinition(OperatorId.Parse($"op{n}"), $"Operator {n}", DeviceId.Parse($"dev{n}"), [s_fox]))]);

    private sealed class Mail : INotificationChannel
    {
        public string Name => "email";

        public Task<DeliveryAttempt> DeliverAsync(Notification notification, CancellationToken cancellationToken) => Task.FromResult(DeliveryAttempt.Delivered());
    }

    /// <summary>Takes recordings in and does not keep them: a year's would not fit into memory.</summary>
    private sealed class Recordings : IRecordingStore
    {
        public async Task<StoredRecording> SaveAsync(RecordingId recording, Stream wav, CancellationToken cancellationToken)
        {
            var (buffer, bytes) = (new byte[16_384], 0L);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int read; (read = await wav.ReadAsync(buffer, cancellationToken)) > 0; bytes += read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }

            return new StoredRecording(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), TimeSpan.FromSeconds((bytes - 44) / 16_000.0));
        }

        public Task<Stream?> OpenAsync(RecordingId recording, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);
    }
}
