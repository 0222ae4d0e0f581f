using VirtualOffice.Sdk.EndToEnd.Harness;
using Xunit.Sdk;
using Xunit.v3;

// One PBX, one host at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(AsteriskServer))]
