using VirtualOffice.Sdk.EndToEnd.Harness;
using Xunit.Sdk;
using Xunit.v3;

// One PBX for all.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(AsteriskServer))]
