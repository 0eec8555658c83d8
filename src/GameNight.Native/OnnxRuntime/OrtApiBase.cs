using System.Runtime.InteropServices;

namespace GameNight.Native.OnnxRuntime;

/// <summary>The table that <c>OrtGetApiBase</c>, the library's only export, returns.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct OrtApiBase
{
    public readonly delegate* unmanaged<uint, OrtApi*> GetApi;
    public readonly delegate* unmanaged<nint> GetVersionString;
}
