using BenchmarkDotNet.Running;
using VirtualOffice.Sdk.Benchmarks.Dispatching;

BenchmarkSwitcher.FromAssembly(typeof(DispatchBoardBenchmarks).Assembly).Run(args);
