using System.Globalization;

namespace GameNight.Benchmarks.Endurance;

/// <summary>What Linux says of a process.</summary>
internal sealed class ProcessFigures(int process)
{
    /// <summary>The resident memory, in bytes.</summary>
    public long Resident => Status("VmRSS:") << 10;

    /// <summary>The most resident memory since the start, or since <see cref="ForgetPeak"/>, in bytes.</summary>
    public long Peak => Status("VmHWM:") << 10;

    /// <summary>The time that processors have spent on it.</summary>
    public TimeSpan Processor
    {
        get
        {
            using var running = System.Diagnostics.Process.GetProcessById(process);
            return running.TotalProcessorTime;
        }
    }

    public long Threads => Status("Threads:");

    /// <summary>Open files and connections.</summary>
    public int Handles => Directory.GetFiles($"/proc/{process}/fd").Length;

    /// <remarks>https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html</remarks>
    public void ForgetPeak() => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    private long Status(string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
