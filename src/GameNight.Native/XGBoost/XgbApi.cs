using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GameNight.Native.XGBoost;

/// <summary>
/// The functions of xgboost/c_api.h that training calls. Each returns 0, or -1 on failure, to be passed to <see cref="Check"/>.
/// Returned pointers belong to XGBoost and are valid until the next call on the same booster.
/// </summary>
internal static unsafe partial class XgbApi
{
    private const string Library = "xgboost";

    [ThreadStatic]
    private static bool _warningsSuppressed;

    /// <summary>Throws if the result of a call stands for a failure.</summary>
    /// <exception cref="XgbException">The result is not 0.</exception>
    public static void Check(int result)
    {
        if (result == 0)
            return;
        // The text belongs to XGBoost. It ends with a native stack trace, which says nothing to callers.
        var reason = Marshal.PtrToStringUTF8(XGBGetLastError()) ?? "";
        throw new XgbException(reason.Split("\nStack trace:")[0].Trim());
    }

    /// <summary>
    /// Keeps XGBoost from printing warnings to the console on this thread: the setting is one of each thread.
    /// </summary>
    public static void SuppressWarnings()
    {
        if (_warningsSuppressed)
            return;
        Check(XGBSetGlobalConfig("""{"verbosity": 0}"""));
        _warningsSuppressed = true;
    }

    [LibraryImport(Library)]
    public static partial int XGDMatrixCreateFromMat(
        ReadOnlySpan<float> data, ulong rows, ulong columns, float missing, out XgbMatrixHandle created);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixSetFloatInfo(XgbMatrixHandle matrix, string field, ReadOnlySpan<float> values, ulong length);

    [LibraryImport(Library)]
    public static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library)]
    public static partial int XGBoosterCreate(ReadOnlySpan<nint> matrices, ulong length, out XgbBoosterHandle created);

    [LibraryImport(Library)]
    public static partial int XGBoosterFree(nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetParam(XgbBoosterHandle booster, string name, string value);

    [LibraryImport(Library)]
    public static partial int XGBoosterUpdateOneIter(XgbBoosterHandle booster, int round, XgbMatrixHandle matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterPredictFromDMatrix(
        XgbBoosterHandle booster, XgbMatrixHandle matrix, string config, out ulong* shape, out ulong rank, out float* values);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSaveModelToBuffer(XgbBoosterHandle booster, string config, out ulong length, out byte* bytes);

    [LibraryImport(Library)]
    public static partial int XGBoosterLoadModelFromBuffer(XgbBoosterHandle booster, ReadOnlySpan<byte> bytes, ulong length);

    [LibraryImport(Library)]
    public static partial int XGBoosterBoostedRounds(XgbBoosterHandle booster, out int rounds);

    [LibraryImport(Library)]
    public static partial int XGBoosterGetNumFeature(XgbBoosterHandle booster, out ulong count);

    [LibraryImport(Library)]
    private static partial nint XGBGetLastError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int XGBSetGlobalConfig(string json);

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A library whose name differs by system is resolved before its first call.")]
    internal static void FindLibrary() => NativeLibrary.SetDllImportResolver(
        typeof(XgbApi).Assembly, (name, _, _) => name == Library ? XgbLibrary.Handle : 0);
}
