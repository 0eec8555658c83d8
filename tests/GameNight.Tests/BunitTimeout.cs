using System.Runtime.CompilerServices;
using Bunit;

namespace GameNight.Tests;

/// <summary>Prolongs bUnit's waits for a condition, because one that a busy machine is slow to meet is no failure.</summary>
internal static class BunitTimeout
{
    [ModuleInitializer]
    internal static void Prolong() => BunitContext.DefaultWaitTimeout = TimeSpan.FromMinutes(1);
}
